import { useSyncExternalStore } from 'react';

/** The width at which the screen's columns stand below each other; as in WhatIfView.module.css. */
const narrow = '(max-width: 940px)';

/** Whether the screen is one column: then the curve stands below the book, in the order in which both are read and reached by keyboard. */
export function useOneColumn(): boolean {
  return useSyncExternalStore(onChange, () => window.matchMedia(narrow).matches);
}

function onChange(tell: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

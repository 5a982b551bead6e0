import { create } from 'zustand';
import type { Progress } from '../../shared/contract/call.ts';

/** A study being opened, created, copied or moved; null when none is. */
export const useOpening = create<{ opening: { label: string; progress: Progress; cancel: () => void } | null }>()(() => ({
  opening: null,
}));

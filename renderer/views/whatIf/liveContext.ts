import { createContext, useContext } from 'react';
import type { Control } from '../../../shared/contract/whatIfCalls.ts';

/** Tells that a control is likely to be moved next: focused or taken hold of, or only pointed at. */
export type Touch = (control: Control, focused: boolean) => void;

export const LiveContext = createContext<Touch>(() => {});

/** How the controls of the screen announce themselves, so that they are in hand before they move. */
export function useTouch(): Touch {
  return useContext(LiveContext);
}

import { useEffect } from 'react';
import { create } from 'zustand';

/** Something that can be done by name, from the command palette. */
export interface Command {
  name: string;
  /** Where it belongs: "Study", "Sources", "Book" ... */
  group: string;
  keys?: string;
  run: () => void;
}

export const useCommands = create<{ byOwner: Record<string, readonly Command[]> }>()(() => ({ byOwner: {} }));

/** Offers these commands in the palette while the caller is on screen. Keep the array's identity while nothing changed. */
export function useOfferedCommands(owner: string, commands: readonly Command[]): void {
  useEffect(() => {
    useCommands.setState(({ byOwner }) => ({ byOwner: { ...byOwner, [owner]: commands } }));
    return () =>
      useCommands.setState(({ byOwner }) => {
        const { [owner]: _, ...others } = byOwner;
        return { byOwner: others };
      });
  }, [owner, commands]);
}

import { useMemo } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import { type Command, useOfferedCommands } from '../../state/commands.ts';
import { useBook } from './bookStore.ts';
import { wholeBook } from './worklistView.ts';

/** What the palette offers on the Book screen: one band at a time, what renews soon, everything, the book as a whole. */
export function useBookCommands(model: Model | undefined): void {
  const commands = useMemo((): Command[] => {
    const { look, choose } = useBook.getState();
    if (!model) return [];
    return [
      ...model.bands.map((band) => ({ group: 'Book', name: `See only ${band.name}`, run: () => look({ ...wholeBook, bands: [band.id] }) })),
      { group: 'Book', name: 'See renewals within 90 days', run: () => look({ ...wholeBook, renewalWithinDays: 90, orderBy: 'renewal' }) },
      { group: 'Book', name: 'See every account', run: () => look(wholeBook) },
      { group: 'Book', name: 'Close the explanation', run: () => choose(null) },
    ];
  }, [model]);
  useOfferedCommands('book', commands);
}

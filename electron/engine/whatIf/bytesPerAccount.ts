import type { BookInHand } from './holdBook.ts';

/** What is held for each account: the control's columns, its places, its revenue and where it was. */
export function bytesPerAccount({ held, hand, before }: Pick<BookInHand, 'held' | 'hand' | 'before'>): number {
  const { rows, ascending, places } = hand.arrangement;
  const columns = [rows, ascending, places, hand.revenue, before.scores];
  return rows.length === 0 ? 0 : columns.reduce((sum, { byteLength }) => sum + byteLength, held.bytes) / rows.length;
}

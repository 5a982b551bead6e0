import type { BookInHand } from './holdBook.ts';

/** What is held for each account: the control's columns, its place, its revenue and where it was. */
export function bytesPerAccount({ held, hand, before }: Pick<BookInHand, 'held' | 'hand' | 'before'>): number {
  const { rows } = hand.arrangement;
  return rows.length === 0 ? 0 : (held.bytes + rows.byteLength + hand.revenue.byteLength + before.scores.byteLength) / rows.length;
}

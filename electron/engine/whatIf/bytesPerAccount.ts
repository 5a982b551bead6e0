import { bytesInHand } from './bytesInHand.ts';
import type { BookInHand } from './holdBook.ts';

/** What is held for each account of a book. */
export function bytesPerAccount(book: BookInHand): number {
  const accounts = book.hand.arrangement.rows.length;
  return accounts === 0 ? 0 : bytesInHand(book) / accounts;
}

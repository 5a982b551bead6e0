import type { CallContext } from '../CallContext.ts';
import type { ObservationOptions } from '../observations/ObservationTable.ts';
import { type Book, withBook } from '../scoring/Book.ts';

/** Scores the book a call asks for and keeps it while `use` runs. @throws Failure as `withBook` */
export function onBook<Value>(
  asked: Parameters<typeof withBook>[1],
  context: CallContext,
  use: (book: Book) => Promise<Value>,
): Promise<Value> {
  const { analysis, store } = context.session;
  const source = {
    study: store.study,
    database: analysis.database,
    observations: (options: ObservationOptions) => analysis.observations(options),
  };
  return withBook(source, asked, optionsOf(context), use);
}

/** How a call passes its cancel and its progress on. */
export function optionsOf({ signal, onProgress }: CallContext): ObservationOptions {
  return { signal, onStep: (share, step) => onProgress({ share, step }) };
}

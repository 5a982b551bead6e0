import { useCallback, useEffect, useRef, useState } from 'react';

const pageLength = 200;

export interface Pages<Row> {
  /** Null until the first page came. */
  total: number | null;
  rowAt: (index: number) => Row | undefined;
  /** Fetches the pages that hold these rows. */
  onRange: (from: number, to: number) => void;
  /** Every row there is. */
  allRows: () => Promise<Row[]>;
  failure: unknown;
  /** Whether what is seen answers an older question than the one asked. */
  stale: boolean;
}

/**
 * Rows of a long list, fetched page by page as they come into sight. `question` names what is listed, by content: when it changes the
 * old rows stay until the new first page is there, and what is still fetched for the old ones is aborted. Null: nothing is fetched for now.
 */
export function usePages<Row>(
  question: string | null,
  fetchPage: (offset: number, limit: number, signal?: AbortSignal) => Promise<{ total: number; rows: Row[] }>,
): Pages<Row> {
  const [shown, setShown] = useState<{ question: string; total: number; pages: Map<number, Row[]> } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const asked = useRef(new Set<string>());
  const newest = useRef(question);
  newest.current = question;
  const fetch = useRef(fetchPage);
  fetch.current = fetchPage;
  /** Of the question that is being answered. */
  const running = useRef<AbortController | null>(null);
  const inSight = useRef({ from: 0, to: 0 });

  const ask = useCallback(async (about: string, page: number) => {
    const name = `${about}#${page}`;
    if (asked.current.has(name)) return;
    asked.current.add(name);
    const signal = running.current?.signal;
    try {
      const { total, rows } = await fetch.current(page * pageLength, pageLength, signal);
      if (signal?.aborted || newest.current !== about) return;
      setFailure(null);
      setShown((before) => ({
        question: about,
        total,
        pages: new Map([...(before?.question === about ? before.pages : []), [page, rows]]),
      }));
    } catch (error) {
      if (signal?.aborted) return;
      asked.current.delete(name);
      if (newest.current === about) setFailure(error);
    }
  }, []);

  const askInSight = useCallback(
    (about: string) => {
      const { from, to } = inSight.current;
      for (let page = Math.floor(from / pageLength); page <= Math.floor(to / pageLength); page++) void ask(about, page);
    },
    [ask],
  );

  useEffect(() => {
    if (question === null) return;
    const controller = new AbortController();
    running.current = controller;
    asked.current.clear();
    void ask(question, 0);
    askInSight(question);
    return () => {
      controller.abort();
      running.current = null;
    };
  }, [question, ask, askInSight]);

  const onRange = useCallback(
    (from: number, to: number) => {
      inSight.current = { from, to };
      // A list that tells what is in sight before its question is asked, in the same turn, is answered then.
      if (newest.current !== null && running.current !== null) askInSight(newest.current);
    },
    [askInSight],
  );
  const rowAt = useCallback((index: number) => shown?.pages.get(Math.floor(index / pageLength))?.[index % pageLength], [shown]);
  const allRows = useCallback(async () => {
    const rows: Row[] = [];
    for (let total = Number.POSITIVE_INFINITY; rows.length < total; ) {
      const page = await fetch.current(rows.length, 10_000);
      if (page.rows.length === 0) break;
      total = page.total;
      rows.push(...page.rows);
    }
    return rows;
  }, []);

  return { total: shown?.total ?? null, rowAt, onRange, allRows, failure, stale: shown !== null && shown.question !== question };
}

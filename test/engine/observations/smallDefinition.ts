/** A metric that is a column of a source. */
export const column = (id: string, source: string, name = id) => ({
  id,
  name: id,
  value: { kind: 'column' as const, source, column: name },
});

/** A definition of accounts alone, each read as it stands in its source. */
export const accountsOnly = (extra: object = {}) => ({
  account: { source: 'accounts', key: 'id' },
  readings: [{ source: 'accounts', shape: { kind: 'snapshot' as const }, ...extra }],
});

/** As-of dates one by one. */
export const list = (...dates: string[]) => ({ kind: 'list' as const, dates });

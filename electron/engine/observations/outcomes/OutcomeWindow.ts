/** What happened after one as-of date, account by account. */
export interface OutcomeRows {
  /** Rows (account, value DOUBLE: 1 yes, 0 no, a number, or null when unknown; at_risk BOOLEAN). */
  sql: string;
  /** What holds for an account without a row. */
  absent: { value: 0 | 1 | null; atRisk: boolean };
  /** False when the data do not reach to the end of the window: then every account's outcome is unknown, even where an event was seen. */
  closed: boolean;
}

/** The days looked at, (after, through], and what is known when the as-of date is `asOf`. */
export interface OutcomeWindow {
  asOf: string;
  after: string;
  through: string;
}

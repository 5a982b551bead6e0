/** Observations of one number against a yes/no outcome, column by column; all of one length. */
export interface Sample {
  /** NaN = missing. */
  values: ArrayLike<number>;
  /** 1 = it happened, 0 = it did not. */
  outcomes: ArrayLike<number>;
  /** Whose observation it is: a whole number from 0 for each account, the same in every row of the account. */
  accounts: ArrayLike<number>;
}

/** Which end of the values the events are expected at: of a health score and a bad outcome, the low one. */
export type EventsLie = 'low' | 'high';

/** How often whole accounts are drawn again, and from which seed; the seed is kept with the result. */
export interface Resampling {
  resamples?: number;
  seed?: number;
}

/** The values a metric takes in a book; null in their place when it is missing for every account. */
export type ObservedRange =
  | {
      kind: 'number';
      min: number;
      max: number;
      median: number;
      /** Of the population. */
      sd: number;
      /** Every value is a whole number. */
      whole: boolean;
    }
  | { kind: 'category'; values: readonly string[] };

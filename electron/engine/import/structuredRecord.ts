/** A record of a format that is not delimited text, or why it is none. `record` and `line` count from 1. */
export type StructuredRecord =
  | { record: number; line: number; fields: Map<string, string | null> }
  | { record: number; line: number; value: string; problem: string };

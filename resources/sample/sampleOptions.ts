/** What sample is made. The same options give the same files, byte for byte. */
export interface SampleOptions {
  /** Accounts, the excluded test, internal and trial ones included; 1 to 1,000,000 and beyond. */
  accounts: number;
  seed: number;
  /** Whether late rows, repeats, gaps, unknown accounts and unconvertible cells are put in. */
  dirt: boolean;
}

export const defaultSampleOptions: SampleOptions = { accounts: 420, seed: 20_260_930, dirt: true };

/** Month-ends the sample tells of, oldest first; the last is the day of the export. */
export const sampleMonths: readonly string[] = Array.from({ length: 24 }, (_, index) =>
  new Date(Date.UTC(2024, 10 + index, 0)).toISOString().slice(0, 10),
);

/** First day the files reach back to, and the day all of them were exported. */
export const sampleFrom = '2024-10-01';
export const sampleExportedOn = '2026-09-30';

/** The closed list of what can go wrong, each with the sentence the analyst reads. `{name}` is filled from the failure's detail. */
export const failureSentences = {
  // the call itself
  'call-unknown': 'There is no call named "{call}".',
  'input-invalid': 'The input of "{call}" is not valid: {where}: {problem}.',
  'output-invalid': 'The answer of "{call}" was not of its stated form ({where}: {problem}); this is a defect in Plumbline.',
  cancelled: 'Cancelled; nothing was changed.',
  'engine-stopped':
    'The calculation engine stopped unexpectedly and was started again. Your study is as it was last saved; please repeat the step.',
  'door-lost': 'Plumbline is not running any more. Start it again and open the address it prints; your study is as it was last saved.',
  'door-refused': 'This page does not have the key of the running Plumbline. Open the address that was printed when it started.',
  unexpected: 'Something went wrong inside Plumbline: {message}',

  // the study
  'study-not-open': 'No study is open.',
  'study-missing': 'There is no study at {path}.',
  'study-exists': '{path} already holds something; choose an empty or new folder.',
  'study-in-use':
    'The study at {path} is open in another Plumbline (process {process}). Close it there first; if no such process runs, delete {lock}.',
  'study-unreadable': '{file} is damaged at line {line}: {problem}. The last good copy is {backup}.',
  'study-newer': '{file} was written by a newer Plumbline (schema {found}; this one reads up to {known}). Update Plumbline to open it.',
  'study-invalid': '{file} does not follow the schema at {where}: {problem}.',
  'study-changed': 'The study was changed elsewhere since it was read (revision {found}, expected {expected}); read it again.',
  'disk-full': 'The disk is full: {path} could not be written. Nothing was changed; free some space and try again.',
  'disk-refused': '{path} could not be written: {problem}. Nothing was changed.',

  // files
  'file-missing': 'There is no file {file}. It may have been moved, renamed or deleted.',
  'file-unreadable': '{file} cannot be read: {problem}.',
  'file-empty': '{file} is empty.',
  'file-without-rows': '{file} holds no rows ({columns} columns in its header); nothing was imported.',
  'file-not-supported': '{file} is {what}. Plumbline reads CSV, TSV, JSON, NDJSON, Parquet and XLSX.',
  'file-changed': '{file} changed while it was read. Nothing was imported; import it again when it is complete.',
  'archive-damaged': '{file} is a gzip archive that is cut off or damaged; export it again.',
  'parquet-damaged': '{file} is not a complete Parquet file: {problem}. Export or copy it again.',
  'workbook-damaged': '{file} is not a readable Excel workbook: {problem}.',
  'workbook-too-large': '{file} unpacks to more than {limit} MB, which no sheet of real data needs. Save the sheet as CSV and import that.',
  'json-damaged': '{file} is not complete JSON: at line {line}: {problem}.',
  'sheet-unknown': '{file} has no sheet "{sheet}". It has: {known}.',
  'line-too-long': 'Line {line} of {file} is longer than {limit} bytes; no table has such rows. Check the line ends of the file.',
  'quote-unterminated':
    'In {file} the quote {quote} opened at line {line} never closes. Correct that line, or import with another quote character or none.',
  'column-vanished': '{file} has no column "{header}" any more, which the source keeps as "{column}". It has: {found}.',
  'date-order-unasked':
    'In {file}, column "{column}", day and month could be either way round ("{example}"). Say which: set dateOrder of the column to day-month-year or month-day-year (on the command line: --date-order).',
  'rows-unaccounted':
    'In {file} {records} records were counted, but {loaded} loaded and {rejected} rejected. Nothing was imported; check delimiter and quote character.',
  'export-too-large':
    '{rows} rows and {columns} columns do not fit a sheet of {path} (1,048,575 rows, 16,384 columns). Write CSV or Parquet.',
  'export-ending': '{path} has no ending Plumbline can write. Use .csv, .tsv, .json, .parquet or .xlsx.',

  // definitions
  'source-unknown': 'There is no source "{source}". The study has: {known}.',
  'column-unknown': 'The source "{source}" has no column "{column}".',
  'metric-unknown': 'There is no metric "{metric}".',
  'name-unknown': 'There is no metric "{name}", and the account role offers no column of that name as an attribute.',
  'model-unknown': 'There is no model "{model}".',
  'model-missing': 'The study has no model yet. Start from a template on the Model screen, or add one with "define".',
  'model-invalid': 'The model "{model}" cannot be scored: {problem}.',
  'version-unknown': 'There is no saved version "{version}". The study has: {known}.',
  'version-unnamed': 'A version needs a name that says something.',
  'scenario-unknown': 'There is no scenario "{scenario}". The study has: {known}.',
  'band-unknown': 'The model "{model}" has no band "{band}". It has: {known}.',
  'segment-unknown': 'There is no segment "{segment}". The draft has: {known}.',
  'interventions-missing':
    'The study has no source of interventions, so nothing tells treated accounts from the others. Name one on the Sources screen.',
  'given-score-unknown': 'There is no given score "{given}". The study has: {known}.',
  'given-score-undated':
    'The given score "{given}" has no dates, so nothing says that it was known before the outcome: it can be compared on the book, but is no evidence.',
  'outcome-missing': 'The study has no outcome yet: nothing says what happened afterwards. Define one on the Sources screen.',
  'outcome-unknown': 'There is no outcome "{outcome}". The study has: {known}.',
  'outcome-is-number': 'The outcome "{outcome}" is a number: weights, thresholds and probabilities need one that comes true or not.',
  'model-given': '"{given}" is a given score: it has no curves and weights that could be written down.',
  'run-unknown': 'There is no readable record of the run "{run}" in the study.',
  'proof-empty': 'No observation outside the confirmation set has a known outcome "{outcome}" yet: {problem}',
  'node-unknown': 'There is no metric or group "{node}" in the tree of the draft.',
  'hand-unknown': 'The control is not in hand any more (the engine was started again, or others were taken up since); take it up again.',
  'position-invalid': 'The control in hand cannot be moved there: {problem}.',
  'weight-not-movable': 'The weight of "{node}" cannot move while its siblings keep the sum: none of them is unlocked and above 0.',
  'gate-closed': '{what} needs {needed} accounts with the outcome and as many without; the fewer of the two are {events}.',
  'weights-too-many':
    '{events} accounts with (or without) the outcome allow at most {most} free weights, and {free} are free. Lock some, name those that may move, or fit the dimensions only.',
  'bounds-infeasible':
    'No weights satisfy these bounds and locks: for {where} they ask for at least {least} % and allow at most {most} %. Widen one.',
  'reference-empty': 'There is no value to take the reference from: the metric is missing for every account of the book.',
  'account-unknown': 'There is no account "{account}" among the observations of {asOf}.',
  'definition-incomplete': 'The study cannot be scored yet: {problem}',
  'definition-invalid': 'The definition is not consistent at {where}: {problem}.',
  'expression-invalid': 'At character {position} of "{text}": {problem}.',
  'as-of-unknown': '{asOf} is not one of the as-of dates of the study ({known}).',
  'book-empty': 'No account has an observation on {asOf}: {problem}',
} as const;

export type FailureCode = keyof typeof failureSentences;
export type FailureDetail = Record<string, string | number>;

/** A failure as it crosses a boundary. */
export interface FailureData {
  code: FailureCode;
  detail: FailureDetail;
}

/** A failure on its way to the boundary, where it becomes `FailureData`. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly detail: FailureDetail;

  constructor(code: FailureCode, detail: FailureDetail = {}) {
    super(sentenceOf({ code, detail }));
    this.name = 'Failure';
    this.code = code;
    this.detail = detail;
  }

  toData(): FailureData {
    return { code: this.code, detail: this.detail };
  }
}

/** The plain sentence of a failure. */
export function sentenceOf({ code, detail }: FailureData): string {
  return failureSentences[code].replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? '?'));
}

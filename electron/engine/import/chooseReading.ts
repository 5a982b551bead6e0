import type { ColumnType, DateOrder } from '../../../shared/model/source.ts';

/** One way to read a column's cells. */
export interface Reading {
  type: ColumnType;
  decimal: '.' | ',';
  dateOrder?: DateOrder | undefined;
}

const numbers = (['number', 'percent', 'money'] as const).flatMap((type) =>
  (['.', ','] as const).map((decimal): Reading => ({ type, decimal })),
);
const dates = (['date', 'timestamp'] as const).flatMap((type) =>
  (['year-month-day', 'day-month-year', 'month-day-year'] as const).map((dateOrder): Reading => ({ type, decimal: '.', dateOrder })),
);

/** Every reading a column of text is tried in. */
export const readings: readonly Reading[] = [...numbers, ...dates, { type: 'boolean', decimal: '.' }];

/** One word for a reading; what does not matter for its type is left out. */
export function readingKey({ type, decimal, dateOrder }: Reading): string {
  if (type === 'date' || type === 'timestamp') return `${type} ${dateOrder ?? 'year-month-day'}`;
  return type === 'boolean' || type === 'text' ? type : `${type} ${decimal}`;
}

/** What was counted over the filled cells of a column. */
export interface ReadingTally {
  filled: number;
  distinct: number;
  leadingZeros: number;
  longNumbers: number;
  underscores: number;
  percentSigns: number;
  eightDigits: number;
  /** Cells like 1,234 that fit both decimal signs. */
  groupedOnly: number;
  /** Cells with a time of day other than midnight. */
  clocks: number;
  currencySigns: number;
  currency: string | null;
  currencies: number;
  /** Cells that convert in a reading, and a first one that does not. */
  of(reading: Reading): [converted: number, example: string | null];
}

export interface ReadingChoice {
  reading: Reading;
  because: string;
  /** Both orders fit every cell: the analyst has to say. */
  ambiguousDates: DateOrder[] | null;
}

/** A column is of a type when at least this share of its filled cells converts. */
const enough = 0.95;

/** The type to propose for a column, and why. `native`: the type the file itself states. */
export function chooseReading(name: string, tally: ReadingTally, native: ColumnType | undefined): ReadingChoice {
  const plain = (type: ColumnType, because: string, decimal: '.' | ',' = '.'): ReadingChoice => ({
    reading: { type, decimal },
    because,
    ambiguousDates: null,
  });
  if (tally.filled === 0) return native ? plain(native, 'the type stored in the file') : plain('text', 'no value was seen');
  if (tally.longNumbers > 0) return plain('text', 'numbers of more than 15 digits would lose digits: kept as text');
  if (native && native !== 'text') {
    const stored = plain(native, 'the type stored in the file');
    return { ...stored, reading: { ...stored.reading, dateOrder: 'year-month-day' } };
  }
  if (tally.leadingZeros > 0 && fits(tally, { type: 'number', decimal: '.' }))
    return plain('text', 'leading zeros would be lost: kept as text');
  if (tally.currencies > 1 && fits(tally, { type: 'money', decimal: '.' }))
    return plain('text', 'amounts in several currencies: kept as text');
  if (tally.underscores > 0) return plain('text', 'text');

  const day = datesOf('date', tally);
  if (tally.eightDigits === tally.filled && /date|day|_on$|_at$|datum/i.test(name) && day?.reading.dateOrder === 'year-month-day')
    return day;
  for (const type of ['number', 'percent', 'money'] as const) {
    const marked = type === 'percent' ? tally.percentSigns : type === 'money' ? tally.currencySigns : tally.filled;
    const decimal = tally.of({ type, decimal: ',' })[0] > tally.of({ type, decimal: '.' })[0] ? ',' : '.';
    if (marked * 2 >= tally.filled && fits(tally, { type, decimal })) return plain(type, numberReason(type, decimal, tally), decimal);
  }
  const chosen = tally.clocks > 0 ? datesOf('timestamp', tally) : (day ?? datesOf('timestamp', tally));
  if (chosen) return chosen;
  if (fits(tally, { type: 'boolean', decimal: '.' })) return plain('boolean', 'yes and no in words');
  return plain('text', 'text');
}

function fits(tally: ReadingTally, reading: Reading): boolean {
  return tally.of(reading)[0] >= tally.filled * enough;
}

function numberReason(type: 'number' | 'percent' | 'money', decimal: '.' | ',', tally: ReadingTally): string {
  const what =
    type === 'number'
      ? 'numbers'
      : type === 'percent'
        ? 'percentages: "45%" becomes 45'
        : `amounts of money${tally.currency ? ` (${tally.currency.trim()})` : ''}`;
  if (tally.groupedOnly === tally.filled) return `${what}; 1,234 is read as 1234: choose the decimal comma if it means 1.234`;
  return decimal === ',' ? `${what} with a decimal comma` : what;
}

const orderWords: Record<DateOrder, string> = {
  'year-month-day': 'year, month, day',
  'day-month-year': 'day, month, year',
  'month-day-year': 'month, day, year',
};

/** Three numbers that could be a day. */
const dayShape = /^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;

function datesOf(type: 'date' | 'timestamp', tally: ReadingTally): ReadingChoice | null {
  const orders = (['year-month-day', 'day-month-year', 'month-day-year'] as const).map((dateOrder) => ({
    dateOrder,
    converted: tally.of({ type, decimal: '.', dateOrder })[0],
    misfit: tally.of({ type, decimal: '.', dateOrder })[1],
  }));
  const best = orders.reduce((a, b) => (b.converted > a.converted ? b : a));
  // In a short column a single 29 February of the wrong year is more than the share that may not convert.
  const impossible = best.converted >= 2 && best.converted === tally.filled - 1 && dayShape.test(best.misfit ?? '') ? best.misfit : null;
  if (best.converted < tally.filled * enough && impossible === null) return null;
  const rivals = orders.filter((one) => one.dateOrder !== 'year-month-day' && one.converted === best.converted).map((one) => one.dateOrder);
  const ambiguous = best.dateOrder !== 'year-month-day' && rivals.length === 2;
  const what = type === 'date' ? 'dates' : 'dates with a time';
  return {
    reading: { type, decimal: '.', dateOrder: best.dateOrder },
    because: ambiguous
      ? `${what}; day and month could be either way round`
      : `${what} written ${orderWords[best.dateOrder]}${impossible === null ? '' : `; "${impossible}" is no day that exists`}`,
    ambiguousDates: ambiguous ? rivals : null,
  };
}

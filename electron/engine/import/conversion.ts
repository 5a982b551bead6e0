import type { ColumnPlan, ColumnType, DateOrder } from '../../../shared/model/source.ts';

/** What the analyst reads beside a value that did not convert. */
export const unconvertedReasons: Record<ColumnType, string> = {
  text: 'is not text',
  number: 'is not a finite number',
  money: 'is not an amount of money',
  percent: 'is not a percentage',
  date: 'is not a day that exists, written in the chosen order',
  timestamp: 'is not a point in time that exists, written in the chosen order',
  boolean: 'is neither yes nor no',
};

type Conversion = Pick<ColumnPlan, 'type' | 'dateOrder' | 'decimal'>;

/**
 * The SQL expression that turns the text expression `text` into the plan's type: null when it does not convert. What `validOnly`
 * refuses has not converted either. The plain spelling is tried first, so that clean columns cost one cast.
 */
export function conversion(text: string, { type, dateOrder = 'year-month-day', decimal }: Conversion): string {
  switch (type) {
    case 'text':
      return text;
    case 'number':
      return number(text, decimal);
    case 'money':
      return money(text, decimal);
    case 'percent':
      return number(`rtrim(${text}, '% ')`, decimal);
    case 'date':
      return date(text, dateOrder);
    case 'timestamp':
      return timestamp(text, dateOrder);
    case 'boolean':
      return boolean(text);
  }
}

function number(text: string, decimal: '.' | ','): string {
  if (decimal === ',') {
    const shape = `regexp_full_match(trim(${text}), '[+-]?(\\d{1,3}([. \\x{a0}\\x{202f}''’]\\d{3})+|\\d+)?(,\\d+)?([eE][+-]?\\d+)?')`;
    const plain = `replace(regexp_replace(trim(${text}), '[. \\x{a0}\\x{202f}''’]', '', 'g'), ',', '.')`;
    return `case when ${shape} then try_cast(${plain} as double) end`;
  }
  const grouped = `regexp_extract(${text}, '^\\s*[+-]?\\d{1,3}([, \\x{a0}\\x{202f}''’]\\d{3})+(\\.\\d+)?\\s*$')`;
  // Words, the usual reason why a number does not convert, are told by their first character: a pattern costs a hundred times as much.
  const plain = `case when ascii(${text}) < ascii(':') then try_cast(regexp_replace(${grouped}, '[, \\x{a0}\\x{202f}''’]', '', 'g') as double) end`;
  return `coalesce(try_cast(${text} as double), ${plain})`;
}

/** One currency sign or code, anywhere around the number. */
export const currencyPattern = '[A-Z]{0,3}[$€£¥₹₽₩₺₫฿₪₴]|\\b[A-Z]{3}\\b|\\bkr\\b|zł|Kč';

function money(text: string, decimal: '.' | ','): string {
  const bare = `regexp_replace(regexp_replace(trim(${text}), '${currencyPattern}', ''), '^([+-])\\s+', '\\1')`;
  const amount = `case when regexp_full_match(trim(${bare}), '\\(.*\\)') then -(${number(`trim(${bare}, '() ')`, decimal)}) else ${number(bare, decimal)} end`;
  return decimal === '.' ? `coalesce(try_cast(${text} as double), ${amount})` : amount;
}

/** A two-digit year is tried before a four-digit one, which would read "24" as the year 24. */
const dayFormats: Record<DateOrder, string[]> = {
  'year-month-day': ['%Y%m%d', '%Y.%m.%d', '%Y/%m/%d', '%Y-%m-%d', '%Y %b %d', '%Y-%b-%d'],
  'day-month-year': both('%d/%m/%', '%d.%m.%', '%d-%m-%', '%d %m %', '%d-%b-%', '%d %b %', '%d %B %', '%d. %B %', '%a, %d %b %'),
  'month-day-year': both('%m/%d/%', '%m-%d-%', '%m.%d.%', '%m %d %', '%b %d, %', '%B %d, %', '%b %d %', '%B %d %', '%b-%d-%'),
};
const clockFormats = [' %H:%M:%S', ' %H:%M', ' %I:%M:%S %p', ' %I:%M %p', ' %H:%M:%S.%f'];

function both(...beginnings: string[]): string[] {
  return beginnings.flatMap((beginning) => [`${beginning}y`, `${beginning}Y`]);
}

const list = (texts: string[]) => `[${texts.map((text) => `'${text}'`).join(', ')}]`;
const withClock = (order: DateOrder) => list(dayFormats[order].flatMap((day) => clockFormats.map((clock) => day + clock)));
const isoShape = (text: string) => `regexp_matches(${text}, '^\\s*\\d{4}-\\d{1,2}-\\d{1,2}')`;

/** What a date of the order begins like. Trying formats on a cell that is no date costs more than everything else. */
const dayShapes: Record<DateOrder, string> = {
  'year-month-day': '^\\s*\\d{4}(\\d{4}|[-/. ]+(\\d{1,2}|[A-Za-z]{3,9})[-/. ]+\\d{1,2})',
  'day-month-year': '^\\s*([A-Za-z]{3}, )?\\d{1,2}[-/. ]+(\\d{1,2}|[A-Za-z]{3,9})[-/. ]+\\d{2}',
  'month-day-year': '^\\s*(\\d{1,2}|[A-Za-z]{3,9})[-/. ]+\\d{1,2}[-/., ]+\\d{2}',
};

/** A day or a point in time written in one of the order's formats, as a timestamp. */
function formatted(text: string, order: DateOrder): string {
  const day = `try_strptime(trim(${text}), ${list(dayFormats[order])})`;
  const clocked = `case when contains(${text}, ':') then try_strptime(trim(${text}), ${withClock(order)}) end`;
  return `case when regexp_matches(${text}, '${dayShapes[order]}') then coalesce(${clocked}, ${day}) end`;
}

function date(text: string, order: DateOrder): string {
  if (order === 'year-month-day') return `coalesce(try_cast(${text} as date), (${formatted(text, order)})::date)`;
  return `coalesce((${formatted(text, order)})::date, case when ${isoShape(text)} then try_cast(${text} as date) end)`;
}

/**
 * Offsets are applied, so that the result is UTC; a time without one is taken as it is. A plain cast would drop offsets, and is six times
 * as fast: it is used for the usual 19 characters, which have no room for one.
 */
function timestamp(text: string, order: DateOrder): string {
  const plain = `case when strlen(${text}) = 19 and ${text}[17] = ':' then try_cast(${text} as timestamp) end`;
  const instant = `coalesce(${plain}, try_cast(${text} as timestamptz)::timestamp)`;
  if (order === 'year-month-day') return `coalesce(${instant}, ${formatted(text, order)})`;
  return `coalesce(${formatted(text, order)}, case when ${isoShape(text)} then ${instant} end)`;
}

const yes = ['true', 't', 'yes', 'y', 'on', '1'];
const no = ['false', 'f', 'no', 'n', 'off', '0'];

/**
 * Not with IN: DuckDB turns a longer IN into a join, which loses the order of rows. Nor with CASE: what stands in it twice would be
 * computed for every row, and not only for those that no cast understood.
 */
function boolean(text: string): string {
  const meanings = [...yes.map(() => 'true'), ...no.map(() => 'false')].join(', ');
  return `coalesce(try_cast(${text} as boolean), [${meanings}][list_position(${list([...yes, ...no])}, lower(trim(${text})))])`;
}

/**
 * The SQL expression that gives `value`, converted from `text`, if it counts, else null: numbers are finite, dates lie in the years 1 to
 * 9999, and an early year is written with four digits, because DuckDB reads 05-01-20 as a day of the year 5.
 */
export function validOnly(value: string, text: string, type: ColumnType): string {
  switch (type) {
    case 'number':
    case 'money':
    case 'percent':
      return `case when isfinite(${value}) then ${value} end`;
    case 'date':
    case 'timestamp': {
      const modern = `${value} >= ${type} '1000-01-01' and ${value} < ${type} '10000-01-01'`;
      const early = `${value} >= ${type} '0001-01-01' and ${value} < ${type} '1000-01-01' and regexp_matches(${text}, '\\b0\\d{3}\\b')`;
      return `case when ${modern} then ${value} when ${early} then ${value} end`;
    }
    case 'text':
    case 'boolean':
      return value;
  }
}

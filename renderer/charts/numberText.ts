const formats = new Map<string, Intl.NumberFormat>();

function format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  let known = formats.get(key);
  if (!known) {
    known = new Intl.NumberFormat(undefined, options);
    formats.set(key, known);
  }
  return known;
}

/** A number in the user's locale, with at most `decimals` decimals. */
export function numberText(value: number, decimals = 0): string {
  return format({ maximumFractionDigits: decimals }).format(value);
}

/** A number with exactly `decimals` decimals: an AUC, a correlation. */
export function fixedText(value: number, decimals: number): string {
  return format({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}

/** A score or points, always with one decimal. */
export function scoreText(value: number): string {
  return format({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** A difference with its sign. */
export function differenceText(value: number, decimals = 1): string {
  return format({ minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'exceptZero' }).format(value);
}

/** A share 0..1 in per cent. Shares between 0 and half a last digit do not read as 0. */
export function percentText(share: number, decimals = 0): string {
  const smallest = 10 ** -(decimals + 2);
  if (share > 0 && share < smallest / 2) return `< ${format({ style: 'percent', maximumFractionDigits: decimals }).format(smallest)}`;
  return format({ style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(share);
}

/** An amount, shortened from ten thousand on; with its currency when that is an ISO code. */
export function moneyText(amount: number, currency: string | null): string {
  const short: Intl.NumberFormatOptions =
    Math.abs(amount) >= 10_000 ? { notation: 'compact', maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 };
  const isCode = currency !== null && /^[A-Z]{3}$/.test(currency);
  const text = format(isCode ? { ...short, style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : short).format(amount);
  return isCode || !currency ? text : `${currency} ${text}`;
}

/** A metric's raw value, with as many digits as its size makes worth reading. */
export function valueText(value: number, unit?: string | null): string {
  const size = Math.abs(value);
  const decimals = size >= 1000 || Number.isInteger(value) ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
  const text = numberText(value, decimals);
  // A unit that begins with a digit ("0 to 10") would read on from the number.
  if (unit && /^\d/.test(unit)) return `${text} (${unit})`;
  return unit ? `${text} ${unit}` : text;
}

/** "1 account", "2 accounts". */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

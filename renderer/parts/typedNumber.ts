/** A number as it stands in a field: with the decimal sign of the user's locale, ungrouped, with every digit it has. */
export function typedText(value: number | null, locale?: string): string {
  return value === null ? '' : String(value).replace('.', decimalSign(locale));
}

/** What was typed, with a decimal point, a comma or the locale's own sign: null when blank, undefined when it is no number. */
export function typedNumber(text: string, locale?: string): number | null | undefined {
  const trimmed = text.trim().replace(decimalSign(locale), '.').replace(',', '.');
  if (trimmed === '') return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}

const signs = new Map<string | undefined, string>();

function decimalSign(locale: string | undefined): string {
  const known = signs.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5);
  const sign = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  signs.set(locale, sign);
  return sign;
}

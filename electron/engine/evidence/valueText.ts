/** A value of a metric as it is written in a label. */
export function valueText(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
}

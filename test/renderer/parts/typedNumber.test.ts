import { expect, it } from 'vitest';
import { typedNumber, typedText } from '../../../renderer/parts/typedNumber.ts';

it.each(['en-US', 'de-DE', 'fr-FR', 'de-CH', 'fa-IR'])('what stands in a field is read as the same number: %s', (locale) => {
  for (const value of [0, 3.846, -0.5, 1234567.25, 1e-12, 1.5e-7, 1e21, 0.1 + 0.2])
    expect(typedNumber(typedText(value, locale), locale)).toBe(value);
});

it('has the decimal sign of the locale, and takes a point or a comma in every one', () => {
  expect(typedText(3.846, 'de-DE')).toBe('3,846');
  expect(typedText(3846, 'de-DE')).toBe('3846');
  expect(typedText(3.846, 'en-US')).toBe('3.846');
  for (const locale of ['de-DE', 'en-US', 'fa-IR']) expect([typedNumber(' 2.5', locale), typedNumber('2,5 ', locale)]).toEqual([2.5, 2.5]);
});

it('is null when blank, and nothing when it is no number', () => {
  expect([typedText(null), typedNumber('  ')]).toEqual(['', null]);
  for (const text of ['many', '1,2,3', '1e999', '--5']) expect(typedNumber(text)).toBeUndefined();
});

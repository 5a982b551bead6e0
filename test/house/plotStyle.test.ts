// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import * as Plot from '@observablehq/plot';
import { expect, it } from 'vitest';
import { contentSecurityPolicy, plotStyleHash } from '../../electron/wire/contentSecurityPolicy.ts';

it('allows the one style that Plot brings, by its hash', () => {
  const figure = Plot.plot({ marks: [Plot.dot([[1, 2]])] });
  const styles = [...figure.querySelectorAll('style')].map(({ textContent }) => textContent ?? '');
  expect(styles).toHaveLength(1);
  expect(`sha256-${createHash('sha256').update(styles[0]!).digest('base64')}`).toBe(plotStyleHash);
  expect(contentSecurityPolicy).toContain(`'${plotStyleHash}'`);
});

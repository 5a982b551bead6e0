import { expect, test } from 'vitest';
import {
  repeatedNames,
  shownPlan,
  unansweredDates,
  withColumn,
  withReading,
} from '../../../renderer/views/sources/preview/importWishes.ts';
import type { Inspection } from '../../../shared/contract/sourceCalls.ts';
import { importPlan } from '../../../shared/model/source.ts';

const plan = importPlan.parse({
  format: 'csv',
  columns: [
    { header: 'id', name: 'id', type: 'text' },
    { header: 'since', name: 'since', type: 'date' },
  ],
});
const finding = { header: '', because: '', samples: [], filled: 3, unconvertible: 0, unconvertibleExample: null };
const inspection: Inspection = {
  path: '/a.csv',
  bytes: 10,
  plan,
  sheets: [],
  columns: [
    { ...finding, name: 'id', type: 'text', ambiguousDates: null },
    { ...finding, name: 'since', type: 'date', ambiguousDates: ['day-month-year', 'month-day-year'] },
  ],
  sample: [],
  sampledRecords: 3,
  notices: [],
};

test('dates that fit two orders are asked, until they are answered, left out or kept as text', () => {
  expect(unansweredDates(inspection, plan, new Set())).toEqual(['since']);
  expect(unansweredDates(inspection, plan, new Set(['since']))).toEqual([]);
  const without = (change: object) => shownPlan(inspection, withColumn({}, plan, 1, change));
  expect(unansweredDates(inspection, without({ keep: false }), new Set())).toEqual([]);
  expect(unansweredDates(inspection, without({ type: 'text' }), new Set())).toEqual([]);
});

test('cutting the file otherwise forgets what was said per column', () => {
  const decided = withColumn({ encoding: 'latin-1' }, plan, 0, { type: 'number' });
  expect(withReading(decided, { delimiter: ';' })).toEqual({ encoding: 'latin-1', delimiter: ';' });
});

test('what was decided per column is shown while it fits the columns found', () => {
  const decided = withColumn({}, plan, 0, { name: 'key' });
  expect(shownPlan(inspection, decided).columns[0]!.name).toBe('key');
  expect(shownPlan({ ...inspection, plan: { ...plan, columns: [plan.columns[0]!] } }, decided).columns[0]!.name).toBe('id');
});

test('two kept columns may not share a name, whatever its case', () => {
  const named = (change: object) => repeatedNames(shownPlan(inspection, withColumn({}, plan, 1, change)));
  expect(named({ name: 'ID' })).toEqual(['ID']);
  expect(named({ name: 'ID', keep: false })).toEqual([]);
});

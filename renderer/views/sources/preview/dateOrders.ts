import type { DateOrder } from '../../../../shared/model/source.ts';

/** The orders of day, month and year, with 4 March 2026 as the example. */
export const dateOrders: readonly { value: DateOrder; label: string }[] = [
  { value: 'year-month-day', label: '2026-03-04 · year month day' },
  { value: 'day-month-year', label: '04/03/2026 · day month year' },
  { value: 'month-day-year', label: '03/04/2026 · month day year' },
];

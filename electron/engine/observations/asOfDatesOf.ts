import type { Definition } from '../../../shared/model/definition.ts';
import type { PreparedSource } from './PreparedSource.ts';

/** The as-of dates of a study, ascending. Without a statement: the day of the account source's export. */
export function asOfDatesOf(definition: Definition, accounts: PreparedSource): string[] {
  const { asOf } = definition;
  if (!asOf) return [accounts.exportedOn];
  if (asOf.kind === 'list') return [...new Set(asOf.dates)].sort();
  const monthsPerPeriod = asOf.kind === 'month-ends' ? 1 : 3;
  const firstMonth = asOf.kind === 'month-ends' ? 0 : (asOf.fiscalYearStartMonth - 1) % 3;
  const dates: string[] = [];
  for (let index = monthIndex(asOf.from); index <= monthIndex(asOf.to); index++) {
    if ((index + 1) % monthsPerPeriod !== firstMonth % monthsPerPeriod) continue;
    const day = lastDayOfMonth(Math.floor(index / 12), (index % 12) + 1);
    if (asOf.from <= day && day <= asOf.to) dates.push(day);
  }
  return dates;
}

function monthIndex(day: string): number {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return year * 12 + month - 1;
}

function lastDayOfMonth(year: number, month: number): string {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.toISOString().slice(0, 10);
}

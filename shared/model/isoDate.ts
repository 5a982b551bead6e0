import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`, year 0001 to 9999, that exists. */
export const isoDate = z.string().refine(isIsoDate, 'must be a day that exists, written YYYY-MM-DD');

/** Whether the text is a calendar day written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text;
}

const millisecondsPerDay = 86_400_000;

const firstDay = Date.parse('0001-01-01T00:00:00Z');
const lastDay = Date.parse('9999-12-31T00:00:00Z');

/** The day `days` after `date` (before, when negative), at most the first or last day that can be written. */
export function addDays(date: string, days: number): string {
  const moved = Date.parse(`${date}T00:00:00Z`) + days * millisecondsPerDay;
  return new Date(Math.min(lastDay, Math.max(firstDay, moved))).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay);
}

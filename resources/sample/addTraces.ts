import { addDays } from '../../shared/model/isoDate.ts';
import type { AccountHistory, AccountMonth } from './AccountHistory.ts';
import type { Random } from './createRandom.ts';

const severities = ['low', 'low', 'medium', 'medium', 'medium', 'high', 'urgent'];
const subjects = [
  'Export does not finish',
  'Login fails after password reset',
  'Question about permissions, roles and groups',
  'Report shows old numbers',
  'Integration with the CRM stopped',
  'How do I invite "guests"?',
  'Page loads slowly',
  'Invoice address, wrong country',
];
const comments = {
  low: ['We expected more help, honestly', 'Too slow for our team'],
  middle: ['Does the job', 'Good product, support could be faster'],
  high: ['Our team loves it', 'Could not work without it'],
};
const daysToPay = 30;
const surveyedMonths = [3, 9];

/** Adds what the account's months leave behind in other departments: tickets, invoices, survey answers, and the in-house score. */
export function addTraces(history: AccountHistory, random: Random): void {
  for (const [nth, month] of history.months.entries()) {
    const ordinal = 12 * Number(month.date.slice(0, 4)) + Number(month.date.slice(5, 7)) - 1;
    const day = () => latest(history.startedOn, addDays(month.date, -random.whole(0, 27)));
    addTickets(history, month, random, day);
    if (ordinal % 3 === history.index % 3) addInvoice(history, month, random);
    if (nth > 1 && surveyedMonths.includes((ordinal + history.index) % 12) && random.chance(0.62)) addSurvey(history, month, random, day());
    history.scores.push(inHouseScore(month, random));
  }
}

function addTickets(history: AccountHistory, month: AccountMonth, random: Random, day: () => string): void {
  const tickets = random.poisson(0.05 + 1.6 * (1 - month.levels.tickets_90d));
  for (let ticket = 0; ticket < tickets; ticket++) {
    const openedAt = `${day()} ${String(random.whole(7, 18)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}:00`;
    const resolutionHours = Math.round(10 * (3 + 75 * (1 - month.levels.resolution_hours)) * Math.exp(0.3 * random.normal())) / 10;
    const closed = new Date(Date.parse(`${openedAt.replace(' ', 'T')}Z`) + resolutionHours * 3_600_000).toISOString();
    history.tickets.push({
      id: `T-${history.id}-${history.tickets.length + 1}`,
      openedAt,
      closedAt: `${closed.slice(0, 10)} ${closed.slice(11, 19)}`,
      severity: random.pick(severities),
      subject: random.pick(subjects),
      resolutionHours,
      csat: random.chance(0.45)
        ? Math.min(5, Math.max(1, Math.round(1.5 + 3.2 * month.levels.resolution_hours + 0.7 * random.normal())))
        : null,
    });
  }
}

function addInvoice(history: AccountHistory, month: AccountMonth, random: Random): void {
  const issuedOn = `${month.date.slice(0, 8)}01`;
  const contract = history.contracts.find(({ kind, from, to }) => kind === 'base' && from <= issuedOn && issuedOn <= to);
  if (!contract) return;
  const dueOn = addDays(issuedOn, daysToPay);
  const daysLate = Math.round(-6 + 40 * (1 - month.levels.days_late) + 3 * random.normal());
  history.invoices.push({
    id: `INV-${history.id}-${month.date.slice(0, 7)}`,
    contractId: contract.id,
    issuedOn,
    dueOn,
    paidOn: addDays(dueOn, daysLate),
    amount: Math.round(contract.annualValue * 25) / 100,
    daysLate,
  });
}

function addSurvey(history: AccountHistory, month: AccountMonth, random: Random, answeredOn: string): void {
  const nps = Math.min(10, Math.max(0, Math.round(1.5 + 8.5 * month.levels.nps + 0.9 * random.normal())));
  history.surveys.push({
    id: `S-${history.id}-${history.surveys.length + 1}`,
    answeredOn,
    nps,
    comment: random.chance(0.4) ? random.pick(comments[nps >= 9 ? 'high' : nps >= 7 ? 'middle' : 'low']) : '',
  });
}

function inHouseScore(month: AccountMonth, random: Random): AccountHistory['scores'][number] {
  const logins = month.levels.active_share;
  const score = Math.round(Math.min(100, Math.max(0, 100 * (0.75 * logins + 0.15 * month.levels.nps + 0.1) + 9 * random.normal())));
  return { scoredOn: month.date, score, rating: score >= 75 ? 'Good' : score >= 50 ? 'Fair' : 'Poor' };
}

const latest = (one: string, other: string) => (one > other ? one : other);

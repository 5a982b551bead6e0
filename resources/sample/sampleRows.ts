import type { AccountHistory } from './AccountHistory.ts';
import { sampleExportedOn } from './sampleOptions.ts';

export type SampleCell = string | number | null;
export type SampleRow = SampleCell[];

/** The header of every file, in the order the files are imported. */
export const sampleColumns = {
  accounts: [
    ['account_id', 'name', 'industry', 'size', 'region', 'plan', 'owner', 'started_on', 'ended_on', 'account_type'],
    ['lifecycle_stage', 'csm_sentiment', 'annual_revenue_eur', 'discount'],
  ].flat(),
  contracts: ['contract_id', 'account_id', 'valid_from', 'valid_to', 'kind', 'annual_value_eur'],
  usage: [
    ['account_id', 'month', 'recorded_on', 'licensed_users', 'weekly_active_users', 'core_features_used', 'sessions', 'session_minutes'],
  ].flat(),
  tickets: ['ticket_id', 'account_id', 'opened_at', 'closed_at', 'severity', 'subject', 'resolution_hours', 'csat'],
  invoices: ['invoice_id', 'contract_id', 'issued_on', 'due_on', 'paid_on', 'amount', 'days_late'],
  surveys: ['survey_id', 'account_id', 'answered_on', 'nps', 'comment'],
  outcomes: ['account_id', 'date', 'kind', 'reason', 'annual_change_eur'],
  scores: ['account_id', 'scored_on', 'score', 'rating'],
  interventions: ['account_id', 'date', 'kind'],
} as const;

export type SampleFile = keyof typeof sampleColumns;
export const sampleFileNames = Object.keys(sampleColumns) as SampleFile[];
export type SampleRows = Record<SampleFile, SampleRow[]>;

/** What the departments' systems hold of one account on the day of the export, row by row. */
export function sampleRows(history: AccountHistory): SampleRows {
  const { id, months, contracts } = history;
  const happened = (date: string) => date.slice(0, 10) <= sampleExportedOn;
  const inForce = contracts.filter(({ from, to }) => from <= sampleExportedOn && sampleExportedOn <= to);
  const revenue = inForce.reduce((sum, contract) => sum + contract.annualValue, 0);
  return {
    accounts: [
      [
        [id, history.name, history.industry, history.size, history.region, history.plan, history.owner, history.startedOn],
        [
          history.endedOn,
          history.type,
          lifecycleStage(history),
          sentiment(history),
          revenue === 0 ? null : revenue,
          `${history.discount}%`,
        ],
      ].flat(),
    ],
    contracts: contracts.map((each) => [each.id, id, each.from, each.to, each.kind, each.annualValue]),
    usage: months.map((each) => [
      ...[id, each.date, each.date, each.licensedUsers, each.weeklyActiveUsers, each.coreFeaturesUsed, each.sessions, each.sessionMinutes],
    ]),
    tickets: history.tickets.map((each) =>
      happened(each.closedAt)
        ? [each.id, id, each.openedAt, each.closedAt, each.severity, each.subject, each.resolutionHours, each.csat]
        : [each.id, id, each.openedAt, null, each.severity, each.subject, null, null],
    ),
    invoices: history.invoices.map((each) => {
      const paid = happened(each.paidOn);
      return [
        each.id,
        each.contractId,
        each.issuedOn,
        each.dueOn,
        paid ? each.paidOn : null,
        euros(each.amount),
        paid ? each.daysLate : null,
      ];
    }),
    surveys: history.surveys.map((each) => [each.id, id, each.answeredOn, each.nps, each.comment || null]),
    outcomes: history.outcomes.map((each) => [id, each.date, each.kind, each.reason, each.annualChange]),
    scores: history.scores.map((each) => [id, each.scoredOn, each.score, each.rating]),
    interventions: history.interventions.map((each) => [id, each.date, each.kind]),
  };
}

/** As a billing system prints it: €1,234.50. */
function euros(amount: number): string {
  return `€${amount.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}

function lifecycleStage({ endedOn, startedOn, contracts }: AccountHistory): string {
  if (endedOn) return 'Former';
  if (startedOn > '2026-03-31') return 'Onboarding';
  const next = contracts.find(({ from, to }) => from <= sampleExportedOn && sampleExportedOn <= to)?.to ?? '9999-12-31';
  return next <= '2026-12-31' ? 'Renewal' : 'Adoption';
}

/** How the account's manager feels about it: read off the last month, and left blank for every fifth account. */
function sentiment({ months, index, endedOn }: AccountHistory): string | null {
  const last = months.at(-1);
  if (!last || endedOn || index % 5 === 3) return null;
  return last.health > 0.72 ? 'Positive' : last.health > 0.58 ? 'Neutral' : 'Concerned';
}

import type { z } from 'zod';
import type { definitionDocument } from '../../shared/model/study.ts';

const window = (source: string, aggregate: string, extra: object = {}) => ({
  kind: 'window' as const,
  source,
  aggregate: aggregate as 'count',
  windowDays: 90,
  ...extra,
});
const inForce = (aggregate: string, extra: object = {}) => ({
  kind: 'in-force' as const,
  source: 'subscriptions',
  aggregate: aggregate as 'count',
  ...extra,
});
const number = (id: string, value: object) => ({ id, name: id.replaceAll('_', ' '), value: value as { kind: 'tenure' } });

/** RavenStack as its reference was made: five linked sources, six quarter-ends, ticket values known from submission. */
export const ravenstackDocument: z.input<typeof definitionDocument> = {
  account: {
    source: 'accounts',
    key: 'account_id',
    name: 'account_name',
    start: 'signup_date',
    attributes: ['industry', 'country', 'referral_source', 'plan_tier'],
  },
  readings: [
    {
      source: 'accounts',
      shape: { kind: 'snapshot' },
      exportedOn: '2024-12-31',
      knownFrom: Object.fromEntries(
        ['industry', 'country', 'referral_source', 'plan_tier', 'seats'].map((column) => [column, { kind: 'always' as const }]),
      ),
    },
    {
      source: 'subscriptions',
      shape: { kind: 'intervals', from: 'start_date', to: 'end_date' },
      link: { column: 'account_id', to: 'accounts' },
      uniqueKey: 'subscription_id',
      unseenAccounts: 'zero',
      exportedOn: '2024-12-31',
    },
    {
      source: 'usage',
      shape: { kind: 'events', date: 'usage_date' },
      link: { column: 'subscription_id', to: 'subscriptions' },
      uniqueKey: 'usage_id',
      repeatedKeys: 'first',
      unseenAccounts: 'zero',
      exportedOn: '2024-12-31',
    },
    {
      source: 'tickets',
      shape: { kind: 'events', date: 'submitted_at' },
      link: { column: 'account_id', to: 'accounts' },
      uniqueKey: 'ticket_id',
      unseenAccounts: 'zero',
      exportedOn: '2024-12-31',
    },
    {
      source: 'churn',
      shape: { kind: 'events', date: 'churn_date' },
      link: { column: 'account_id', to: 'accounts' },
      uniqueKey: 'churn_event_id',
      unseenAccounts: 'zero',
      exportedOn: '2024-12-31',
    },
  ],
  asOf: { kind: 'quarter-ends', from: '2023-06-30', to: '2024-09-30' },
  metrics: [
    number('seats', { kind: 'column', source: 'accounts', column: 'seats' }),
    number('tenure_days', { kind: 'tenure' }),
    number('active_subs', inForce('count')),
    number('mrr', inForce('sum', { column: 'mrr_amount' })),
    number('auto_renew_share', inForce('share', { matching: 'auto_renew_flag' })),
    number('subs_ended', window('subscriptions', 'count', { dateColumn: 'end_date' })),
    number('usage_count', window('usage', 'sum', { column: 'usage_count' })),
    number('usage_secs', window('usage', 'sum', { column: 'usage_duration_secs' })),
    number('features_used', window('usage', 'distinct', { column: 'feature_name' })),
    number('errors', window('usage', 'sum', { column: 'error_count' })),
    number('tickets', window('tickets', 'count')),
    number('escalations', window('tickets', 'count', { where: 'escalation_flag' })),
    number('csat', window('tickets', 'mean', { column: 'satisfaction_score' })),
    number('first_response_min', window('tickets', 'mean', { column: 'first_response_time_minutes' })),
    number('resolution_hours', window('tickets', 'mean', { column: 'resolution_time_hours' })),
    number('prior_churn_events', window('churn', 'count', { windowDays: null })),
  ],
  outcomes: [
    {
      id: 'churned_next_90d',
      name: 'Churned within 90 days',
      happens: { kind: 'event', source: 'churn' },
      horizonDays: 90,
      recurrence: { kind: 'ignored' },
    },
  ],
};

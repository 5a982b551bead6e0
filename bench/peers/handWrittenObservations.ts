/** Ten metrics of every account at 2026-09-30 from an event log, as a good analyst would write them in SQL. */
export const handWrittenObservations = `
with recent as (
  select account_id,
    count(*) as events,
    count(*) filter (kind = 'login') as logins,
    count(*) filter (kind = 'export') as exports,
    sum(amount) as amount,
    avg(amount) filter (kind = 'api') as api_mean,
    max(amount) as largest,
    count(distinct kind) as kinds,
    date '2026-09-30' - max(event_date) as recency,
    count(*) filter (event_date > date '2026-08-31') as events_30d,
    sum(amount) filter (event_date > date '2026-08-31') as amount_30d
  from source_events
  where event_date > date '2026-07-02' and event_date <= date '2026-09-30'
  group by account_id
)
select a.account_id, date '2026-09-30' as as_of, a.name,
  coalesce(events, 0)::double as events, coalesce(logins, 0)::double as logins, coalesce(exports, 0)::double as exports,
  coalesce(amount, 0)::double as amount, api_mean, largest, coalesce(kinds, 0)::double as kinds, recency::double as recency,
  coalesce(events_30d, 0)::double as events_30d, coalesce(amount_30d, 0)::double as amount_30d
from source_accounts a left join recent using (account_id)
where a.started_on <= date '2026-09-30'`;

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/model/isoDate.ts';
import { temporaryFolder } from '../engine/temporaryFolder.ts';
import { ravenstackDocument } from './ravenstackDocument.ts';
import { ravenstackFile, ravenstackStudy } from './ravenstackStudy.ts';
import { readReference } from './readReference.ts';
import { readRows } from './readRows.ts';
import { shelf, shelfIsPresent, skipReason } from './shelf.ts';

async function observations(invoke: Awaited<ReturnType<typeof ravenstackStudy>>) {
  const path = join(temporaryFolder(), 'observations.parquet');
  await invoke('export-observations', { path });
  return readRows(path);
}

describe.skipIf(!shelfIsPresent)(`RavenStack: five linked sources${skipReason}`, () => {
  test('the report says what its own documentation denies', async () => {
    const invoke = await ravenstackStudy({
      ...ravenstackDocument,
      account: { ...ravenstackDocument.account!, flag: { where: 'churn_flag', outcome: 'churned_next_90d' } },
    });
    const { findings, sources } = await invoke('report-study', {});
    const finding = (code: string, source: string) => findings.find((one) => one.code === code && one.source === source);
    expect(finding('repeated-keys', 'usage')).toMatchObject({ count: 21, of: 25_000 });
    expect(finding('rows-before-account', 'tickets')!.sentence).toContain('(53.9 %)');
    expect(finding('rows-outside-parent', 'usage')!.sentence).toContain('(77.7 %)');
    expect(finding('flag-contradicts-events', 'accounts')).toMatchObject({ count: 312, of: 500 });
    expect(finding('flag-contradicts-events', 'accounts')!.sentence).toMatch(/35 are flagged without.*277 have one and are not flagged/);
    expect(sources.map((one) => [one.source, one.loaded, one.rejected])).toEqual([
      ['accounts', 500, 0],
      ['subscriptions', 5000, 0],
      ['usage', 25_000, 0],
      ['tickets', 2000, 0],
      ['churn', 600, 0],
    ]);
  });

  test('the observations of six quarter-ends reproduce the reference, every column of every row', async () => {
    const rows = await observations(await ravenstackStudy());
    const reference = new Map(
      readReference(join(shelf, 'ravenstack', 'snapshots.csv')).map((row) => [`${row.account_id}@${row.snapshot_date}`, row]),
    );
    expect(rows).toHaveLength(1549);
    expect(rows.filter((row) => row['outcome.churned_next_90d'] === 1)).toHaveLength(354);
    const texts = ['industry', 'country', 'referral_source', 'plan_tier'];
    for (const row of rows) {
      const expected = reference.get(`${row.account_id}@${row.as_of}`)!;
      for (const [name, text] of Object.entries(expected)) {
        if (name === 'snapshot_date' || name === 'account_id') continue;
        const ours = row[name === 'churned_next_90d' ? 'outcome.churned_next_90d' : texts.includes(name) ? `account.${name}` : name];
        if (texts.includes(name)) expect(ours).toBe(text);
        else if (text === '') expect(ours).toBeNull();
        else expect(ours, `${name} of ${row.account_id} on ${row.as_of}`).toBeCloseTo(Number(text), 9);
      }
    }
  });

  test('values known only when a ticket closes: 36 of 1,487 window tickets close after the as-of day begins, 19 after it ends', async () => {
    const closing = ['resolution_time_hours', 'satisfaction_score'];
    const readings = ravenstackDocument.readings!.map((reading) =>
      reading.source === 'tickets'
        ? { ...reading, knownFrom: Object.fromEntries(closing.map((column) => [column, { kind: 'column' as const, column: 'closed_at' }])) }
        : reading,
    );
    const resolved = {
      id: 'resolved',
      name: 'Resolved tickets',
      value: {
        kind: 'window' as const,
        source: 'tickets',
        aggregate: 'count' as const,
        windowDays: 90,
        where: 'resolution_time_hours is not missing',
      },
    };
    const metrics = [...ravenstackDocument.metrics!, resolved];
    const total = (rows: Record<string, unknown>[], name: string) => rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0);
    const atOnce = await observations(await ravenstackStudy({ ...ravenstackDocument, metrics }));
    const later = await observations(await ravenstackStudy({ ...ravenstackDocument, metrics, readings }));

    const dates = [...new Set(later.map((row) => String(row.as_of)))];
    const signedUp = new Map(readReference(ravenstackFile('accounts')).map((row) => [row.account_id, row.signup_date!]));
    const inWindow = readReference(ravenstackFile('support_tickets')).flatMap((ticket) => {
      const asOf = dates.find((date) => addDays(date, -90) < ticket.submitted_at! && ticket.submitted_at! <= date);
      return asOf
        ? [
            {
              afterMidnight: ticket.closed_at! > `${asOf} 00:00:00`,
              closesLater: ticket.closed_at!.slice(0, 10) > asOf,
              observed: signedUp.get(ticket.account_id)! <= asOf,
            },
          ]
        : [];
    });
    expect(inWindow).toHaveLength(1487);
    expect(inWindow.filter((ticket) => ticket.afterMidnight)).toHaveLength(36);
    // As-of means the end of that day: what closes in the course of it is known.
    expect(inWindow.filter((ticket) => ticket.closesLater)).toHaveLength(19);
    expect(total(atOnce, 'tickets')).toBe(inWindow.filter((ticket) => ticket.observed).length);
    const lost = inWindow.filter((ticket) => ticket.observed && ticket.closesLater).length;
    expect(lost).toBeGreaterThan(0);
    expect(total(atOnce, 'resolved') - total(later, 'resolved')).toBe(lost);
  });
});

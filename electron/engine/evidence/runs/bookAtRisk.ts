import { probabilityAt } from '../../../../shared/calibration/probabilityCurve.ts';
import { expectedAtRisk, expectedRate, probabilityRange, type ScoreProbability } from '../../../../shared/calibration/scoreProbability.ts';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { withheldBand } from '../../../../shared/scoring/bandOf.ts';
import type { Estimate } from '../../../../shared/stats/Estimate.ts';
import { numberColumns } from '../../database/numberColumns.ts';
import { rowsAt } from '../../database/rowsAt.ts';
import type { Evidence } from '../Evidence.ts';
import { placeSql } from '../placeSql.ts';
import type { ScoredBook } from '../withScoredBook.ts';

type AtRisk = Pick<CallOutput<'estimate-probability'>, 'bands' | 'total' | 'accounts'>;

/** Probability and expected revenue at risk per band, in all, and of a page of accounts, those with the most at risk first. Without a curve: counts only. */
export async function bookAtRisk(
  { rows: { database }, options }: Evidence,
  { rows, frame }: ScoredBook,
  fitted: ScoreProbability | null,
  page: { offset: number; limit: number },
): Promise<AtRisk> {
  const [scores, revenue, band] = (await numberColumns(database, rows, ['number', 'revenue', placeSql('band', frame.bands)], options)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const known = (amount: number) => (Number.isNaN(amount) ? 0 : amount);
  const among = (places: Uint32Array) => {
    const own = { scores: Float64Array.from(places, (row) => scores[row]!), revenue: Float64Array.from(places, (row) => revenue[row]!) };
    return {
      accounts: places.length,
      revenue: own.revenue.reduce((sum, amount) => sum + known(amount), 0),
      probability: fitted ? expectedRate(fitted, own.scores) : withoutCurve(places.length),
      atRisk: fitted ? expectedAtRisk(fitted, own) : withoutCurve(places.length),
    };
  };
  const every = Uint32Array.from(scores.keys());
  const names = [...frame.bands, { id: withheldBand, name: 'Not enough data' }];
  const { probability: _, ...total } = among(every);
  return {
    bands: names.map(({ id, name }, place) => ({ band: id, name, ...among(every.filter((row) => band[row] === place)) })),
    total,
    accounts: fitted ? await pageOf(fitted) : [],
  };

  async function pageOf(curve: ScoreProbability): Promise<AtRisk['accounts']> {
    const scored = every.filter((row) => !Number.isNaN(scores[row]));
    const risk = scores.map((score) => (Number.isNaN(score) ? 0 : probabilityAt(curve.curve, score)));
    const places = Array.from(scored)
      .sort(
        (one, other) =>
          risk[other]! * known(revenue[other]!) - risk[one]! * known(revenue[one]!) || risk[other]! - risk[one]! || one - other,
      )
      .slice(page.offset, page.offset + page.limit);
    const found = await rowsAt(database, rows, places, options);
    return places.map((place, index) => {
      const { account_id, account_name, band: id } = found[index]!;
      const range = probabilityRange(curve, scores[place]!);
      const amount = Number.isNaN(revenue[place]) ? null : revenue[place]!;
      return {
        account: String(account_id),
        name: account_name === null ? null : String(account_name),
        band: String(id),
        score: scores[place]!,
        ...range,
        revenue: amount,
        atRisk: amount === null ? null : amount * range.probability,
      };
    });
  }
}

function withoutCurve(n: number): Estimate {
  return {
    value: null,
    n,
    nMissing: 0,
    events: null,
    nonEvents: null,
    accounts: n,
    interval: null,
    method: null,
    warnings: ['FEW_EVENTS'],
  };
}

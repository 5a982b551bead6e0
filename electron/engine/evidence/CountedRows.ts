import type { CountedPart, EvidencePart } from '../../../shared/contract/evidenceBasis.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Model } from '../../../shared/model/model.ts';
import { fingerprintOf } from '../study/fingerprintOf.ts';
import { countedPart } from './countedPart.ts';
import type { Evidence } from './Evidence.ts';
import type { EvidenceRows } from './EvidenceRows.ts';
import { inPart } from './inPart.ts';
import { type RowScores, rowScores } from './rowScores.ts';

/** The observations that are counted, column by column: all rows of an evidence, or a part of them. */
export interface CountedRows extends Pick<EvidenceRows, 'count' | 'outcomes' | 'accounts' | 'accountCount' | 'revenue'> {
  /** What these are a part of; null: nothing is left out. */
  part: CountedPart | null;
  /** Differs between parts that may hold different rows. */
  key: string;
  /** Of a column of all rows the values that count. */
  take: (column: Float64Array) => Float64Array;
}

/**
 * The rows of the part asked for; segments are those of the model.
 * @throws Failure `segment-unknown`, `interventions-missing`, and `model-missing` for a segment without a model
 */
export async function countedRows(evidence: Evidence, model: Model | null, asked: EvidencePart): Promise<CountedRows> {
  const { rows } = evidence;
  const { count, outcomes, accounts, accountCount, revenue } = rows;
  const { segment, treated } = asked;
  if (segment === undefined && treated === undefined)
    return { ...{ count, outcomes, accounts, accountCount, revenue }, part: null, key: 'all', take: (column) => column };
  const scores = await segmentsOf(evidence, model, segment);
  const counts = inPart(evidence, scores, asked);
  const chosen = Uint32Array.from({ length: count }, (_, row) => row).filter(counts);
  const take = (column: Float64Array) => Float64Array.from(chosen, (row) => column[row]!);
  const own = { outcomes: take(outcomes), ...numbered(Uint32Array.from(chosen, (row) => accounts[row]!)) };
  return {
    ...own,
    count: chosen.length,
    revenue: take(revenue),
    part: countedPart(evidence, scores, asked, counts),
    key: fingerprintOf([segment === undefined ? [] : model?.segments, segment ?? '', treated ?? '']),
    take,
  };
}

const noSegments: Pick<RowScores, 'segments' | 'segment'> = { segments: [], segment: new Uint16Array() };

async function segmentsOf({ rows, options }: Evidence, model: Model | null, asked: string | undefined) {
  if (asked === undefined) return noSegments;
  if (!model) throw new Failure('model-missing');
  return rowScores(rows, { kind: 'model', name: model.name, model }, null, options);
}

/** Accounts counted from 0 anew, in the order they come. */
function numbered(accounts: Uint32Array): Pick<CountedRows, 'accounts' | 'accountCount'> {
  const places = new Map<number, number>();
  const own = accounts.map((account) => {
    const place = places.get(account) ?? places.size;
    places.set(account, place);
    return place;
  });
  return { accounts: own, accountCount: places.size };
}

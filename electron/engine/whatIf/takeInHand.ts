import type { HandlerInput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Model } from '../../../shared/model/model.ts';
import { baseSegment } from '../../../shared/scoring/bandOf.ts';
import { rangeOfSegment } from '../../../shared/whatIf/Arrangement.ts';
import { draftAt } from '../../../shared/whatIf/draftAt.ts';
import { segmentNamed } from '../../../shared/whatIf/segmentNamed.ts';
import type { CallContext } from '../CallContext.ts';
import { resolveScorer } from '../comparison/resolveScorer.ts';
import { chosenAsOf } from '../observations/chosenAsOf.ts';
import { dateLiteral } from '../observations/dateLiteral.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import { happenedCondition } from '../proof/happenedCondition.ts';
import { readOpenings } from '../proof/openings.ts';
import { type ProofSet, proofSet } from '../proof/proofSet.ts';
import { chosenModel } from '../scoring/chosenModel.ts';
import { observationColumns } from '../scoring/observationColumns.ts';
import { fingerprintOf } from '../study/fingerprintOf.ts';
import type { StudyStore } from '../study/StudyStore.ts';
import { isGivenScore } from './beforeRows.ts';
import { bytesPerAccount } from './bytesPerAccount.ts';
import type { ControlInHand } from './ControlInHand.ts';
import { Hands } from './Hands.ts';
import type { HoldContext } from './HoldContext.ts';
import { holdBook } from './holdBook.ts';
import { holdProof } from './holdProof.ts';
import type { RowsInHand } from './holdRows.ts';
import { mostRows, RowSet, type Sampling } from './RowSet.ts';

type Asked = HandlerInput<'hold-control'>;

/** All that is kept for controls: columns of points of two million accounts by eighty metrics, and three hands. */
const mostHeldBytes = 1_200_000_000;

/** The proof set answers by a sample sooner than the book: its line is approximate while moving anyway. */
const mostProofRows = mostRows / 8;

/**
 * Takes a control in hand, or finds that it is already.
 * @throws Failure `model-unknown`, `model-missing`, `model-invalid`, `metric-unknown`, `segment-unknown`, `node-unknown`, `weight-not-movable`,
 * `as-of-unknown`, `outcome-unknown`, `definition-incomplete`, `cancelled`
 */
export async function takeInHand(
  asked: Asked,
  { session: { store, analysis }, signal, onProgress }: CallContext,
): Promise<{ name: string; inHand: ControlInHand }> {
  const { database } = analysis;
  const hands = Hands.of(database);
  const { control } = asked;
  const onStep = (share: number | null, step: string) => onProgress({ share, step });
  const draft = chosenModel(store.study, asked.draft);
  const baseline = await resolveScorer(store, asked.baseline);
  const observations = await analysis.observations({ signal, onStep, asOf: asked.asOf ?? 'latest' });
  const asOf = chosenAsOf(observations, asked.asOf);
  const only = asked.segment === undefined ? null : placeOf(draft, asked.segment);
  const data = { observations: observations.fingerprint, edition: observations.edition, asOf, outcome: asked.outcome };
  const name = fingerprintOf({ data, baseline, draft: isGivenScore(baseline) ? draft : withoutOwnValue(draft, control), control, only });
  const inHand = await hands.hold(name, async () => {
    onStep(null, 'Reading the metrics of the book');
    const options = { signal };
    const context: HoldContext = { draft, baseline, control, only, columnOf: observationColumns(observations), options };
    const bookInHand = async () => holdBook(await rowsOf('book', observations, `as_of = ${dateLiteral(asOf)}`), observations, context);
    const proofInHand = async () => {
      const proof = asked.outcome === null ? null : await hands.proof(fingerprintOf({ ...data, asOf: null }), proofOf);
      if (!proof) return null;
      const sampling = { most: mostProofRows, rare: happenedCondition(proof.outcome) };
      const rows = await rowsOf(`proof ${proof.outcome.id}`, proof.observations, proof.conditions.proof, sampling);
      return holdProof(rows, proof, context);
    };
    // While DuckDB looks through the one, the other is computed.
    const [book, proof] = await Promise.allSettled([bookInHand(), proofInHand()]);
    if (book.status === 'rejected') throw book.reason;
    if (proof.status === 'rejected') throw proof.reason;
    return { draft, baseline, control, only, observations, asOf, book: book.value, proof: proof.value };
  });
  await hands.keepWithin(mostHeldBytes);
  return { name, inHand };

  /** Null when nothing is known of the outcome yet. */
  async function proofOf(): Promise<ProofSet | null> {
    const all = await analysis.observations({ signal, onStep });
    return proofSet(database, all, asked.outcome ?? undefined, { signal }).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'proof-empty') return null;
      throw error;
    });
  }

  function rowsOf(kind: string, { base, edition }: ObservationTable, condition: string, sampling: Sampling = {}): Promise<RowSet> {
    const name = fingerprintOf({ kind, base, edition, condition });
    return hands.rows(name, () => RowSet.of(database, base, `exclusion is null and (${condition})`, { signal }, sampling));
  }
}

/** A weight or an edge that moves on its own is prepared alike wherever it stands. */
function withoutOwnValue(draft: Model, control: Asked['control']): Model {
  if (control.kind === 'weight' && !control.rescaleSiblings) return draftAt(draft, control, { kind: 'weight', weight: 0 });
  if (control.kind === 'cuts') return draftAt(draft, control, { kind: 'cuts', cuts: [] });
  return draft;
}

function placeOf(draft: Model, segment: string): number {
  return segment === baseSegment ? draft.segments.length : draft.segments.indexOf(segmentNamed(draft, segment));
}

/** Observations that answer, of all or of one segment. */
function heldOf({ hand: { arrangement } }: RowsInHand, only: number | null): number {
  if (only === null) return arrangement.rows.length;
  const { from, to } = rangeOfSegment(arrangement, only);
  return to - from;
}

/** A control in hand as the window knows it. */
export async function describeHand(name: string, { asOf, book, proof, only }: ControlInHand, store: Pick<StudyStore, 'resolve'>) {
  const inHand = heldOf(book, only);
  return {
    ...{ hand: name, asOf, inHand },
    accounts: Math.round(inHand * book.standsFor.accounts),
    baseline: book.outline,
    proof: proof && {
      set: proof.set.summary((await readOpenings(store, proof.set.confirmationKey)).length),
      inHand: heldOf(proof, only),
      isSample: proof.each.yes !== 1 || proof.each.no !== 1,
      baseline: proof.baseline,
    },
    bytesPerAccount: bytesPerAccount(book),
  };
}

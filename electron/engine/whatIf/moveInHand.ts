import type { CallOutput, HandlerInput } from '../../../shared/contract/contract.ts';
import { baseSegment, baseSegmentName } from '../../../shared/scoring/bandOf.ts';
import { draftAt } from '../../../shared/whatIf/draftAt.ts';
import { countTable } from '../../../shared/whatIf/Hand.ts';
import { scoreLineOf } from '../../../shared/whatIf/scoreLineOf.ts';
import { shiftedBookOf } from '../../../shared/whatIf/shiftedBookOf.ts';
import { topMovers } from '../../../shared/whatIf/topMovers.ts';
import type { RunOptions } from '../database/Database.ts';
import type { ControlInHand } from './ControlInHand.ts';
import { moversOf } from './moversOf.ts';

/** The book and the evidence line with the control in hand elsewhere. @throws Failure `position-invalid`, `cancelled` */
export async function moveInHand(
  inHand: ControlInHand,
  { position, segments, movers }: HandlerInput<'move-control'>,
  options: RunOptions,
): Promise<CallOutput<'move-control'>> {
  const start = performance.now();
  const { draft, book, proof, only } = inHand;
  const placed = book.held.at(position);
  const counted = countTable(book.hand, placed, segments ? null : only);
  const line = proof && countTable(proof.hand, proof.held.at(position), only);
  const kernelMs = performance.now() - start;
  const bands = draft.bands.map(({ id }) => id);
  const places = [...draft.segments.map(({ id, name }) => ({ id, name })), { id: baseSegment, name: baseSegmentName(draft) }];
  return {
    book: shiftedBookOf(counted, book.standsFor, only),
    proof: proof && line && scoreLineOf(line, bands, proof.set.outcome, proof.each),
    segments: segments ? places.map((segment, place) => ({ ...segment, book: shiftedBookOf(counted, book.standsFor, place) })) : null,
    movers:
      movers &&
      (await moversOf(inHand, draftAt(draft, inHand.control, position), topMovers(book.hand, placed, book.before, movers, only), options)),
    kernelMs,
  };
}

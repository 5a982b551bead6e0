import type { Control } from '../contract/whatIfCalls.ts';
import { Failure } from '../failure.ts';
import type { Model } from '../model/model.ts';
import { segmentModel } from '../scoring/segmentModel.ts';
import type { Arrangement } from './Arrangement.ts';
import type { Held } from './Held.ts';
import type { PointsOf } from './ModelColumns.ts';
import { scoreArranged } from './scoreArranged.ts';
import { segmentNamed } from './segmentNamed.ts';

/** Takes the band edges in hand: scores stay, bands move. @throws Failure `segment-unknown`; `position-invalid` when edges do not rise or are too few */
export function holdCuts(
  draft: Model,
  control: Extract<Control, { kind: 'cuts' }>,
  points: PointsOf,
  arrangement: Arrangement,
): Held<'cuts'> {
  const own = control.segment === undefined ? null : segmentNamed(draft, control.segment);
  const known = scoreArranged(draft, points, arrangement);
  return {
    bytes: known.byteLength,
    at({ cuts }) {
      const rise = cuts.every((cut, place) => place === 0 || cuts[place - 1]! < cut);
      if (cuts.length !== draft.cuts.length || !rise)
        throw new Failure('position-invalid', {
          problem: `${draft.cuts.length} band edges that rise are needed, not ${cuts.join(', ') || 'none'}`,
        });
      return {
        still: [...draft.segments, null].map(() => false),
        cuts: [...draft.segments, null].map((segment) => {
          const moves = own === null ? segment?.cuts === undefined : segment === own;
          return moves ? cuts : segmentModel(draft, segment).cuts;
        }),
        fill: (_, { from, to }, scores) => scores.set(known.subarray(from, to)),
      };
    },
  };
}

import { bandTolerance } from '../scoring/bandOf.ts';
import { blockRows, type Range } from './NodeSums.ts';

/** A block of observations: scores from the front on, revenue and given scores (none missing) at their places. */
interface GivenBlock {
  scores: Float64Array;
  revenue: Float32Array;
  given: Float32Array;
  range: Range;
}

/** The observations of a block whose given score lies in one band, brought to the front; good until the next part is asked for. */
interface BandedPart {
  band: number;
  count: number;
  scores: Float64Array;
  revenue: Float32Array;
}

const scores = new Float64Array(blockRows);
const revenue = new Float32Array(blockRows);
const bands = new Uint8Array(blockRows);

/** A block in parts by the band that `cuts` give its given scores. */
export function* bandedParts({ given, range: { from, to }, ...block }: GivenBlock, cuts: readonly number[]): Generator<BandedPart> {
  bands.fill(0);
  for (const cut of cuts) for (let entry = from; entry < to; entry++) if (given[entry]! >= cut - bandTolerance) bands[entry - from]! += 1;
  for (let band = 0; band <= cuts.length; band++) {
    let count = 0;
    for (let place = 0; place < to - from; place++) {
      if (bands[place] !== band) continue;
      scores[count] = block.scores[place]!;
      revenue[count] = block.revenue[from + place]!;
      count += 1;
    }
    if (count > 0) yield { band, count, scores, revenue };
  }
}

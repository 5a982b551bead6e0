import { presentOrder } from './presentOrder.ts';

/** What flagging every score below a threshold would have caught. */
export interface ThresholdRow {
  /** Between two neighbouring distinct scores; the first lies below all, the last above all. */
  threshold: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
}

/**
 * The four counts at every threshold that flags different rows, from nobody to everybody: midpoints between distinct scores, so equal scores go
 * out together. A row is flagged when its score is below the threshold; missing scores (NaN) are left out. Empty without scores.
 */
export function thresholdTable(scores: ArrayLike<number>, outcomes: ArrayLike<number>): ThresholdRow[] {
  const order = presentOrder(scores);
  if (order.length === 0) return [];
  const events = order.reduce((sum, index) => sum + (outcomes[index] === 1 ? 1 : 0), 0);
  const nonEvents = order.length - events;
  const rows: ThresholdRow[] = [];
  let [truePositives, falsePositives] = [0, 0];
  const add = (threshold: number) =>
    rows.push({
      ...{ threshold, truePositives, falsePositives },
      ...{ falseNegatives: events - truePositives, trueNegatives: nonEvents - falsePositives },
    });
  add(scores[order[0]!]!);
  for (const [rank, index] of order.entries()) {
    if (outcomes[index] === 1) truePositives++;
    else falsePositives++;
    const [score, next] = [scores[index]!, scores[order[rank + 1] ?? -1]];
    if (next === undefined) add(score + 1);
    else if (next !== score) add((score + next) / 2);
  }
  return rows;
}

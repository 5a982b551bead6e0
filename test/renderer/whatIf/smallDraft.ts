import { startingBands } from '../../../renderer/views/model/edit/bands.ts';
import type { ShiftedBook } from '../../../shared/contract/shiftedBook.ts';
import type { Model } from '../../../shared/model/model.ts';

/** Three metrics of weight 50, 30 and 20 and one segment that weighs the first 40. */
export const smallDraft: Model = {
  id: 'm',
  name: 'M',
  ...startingBands,
  minimumCoverage: 0,
  caps: [],
  dimensions: (['a', 'b', 'c'] as const).map((id, index) => ({
    kind: 'metric',
    id,
    metric: id,
    weight: [50, 30, 20][index]!,
    curve: { kind: 'steps', cuts: [10, 20], points: [0, 50, 100] },
    missing: { policy: 'redistribute' },
  })),
  segments: [{ id: 's', name: 'S', where: 'true', weights: { a: 40 }, curves: {} }],
};

/** Ten accounts: one falls from Green to Red, two from Green to Yellow, one rises from Red to Yellow, one is withheld by the draft. */
export const smallBook: ShiftedBook = {
  accounts: 10,
  revenue: 1000,
  edges: [0, 59, 60, 80, 100],
  binAccounts: [2, 1, 4, 2],
  binRevenue: [200, 100, 400, 200],
  migrationAccounts: [
    [2, 1, 0, 0],
    [0, 1, 0, 0],
    [1, 2, 2, 1],
    [0, 0, 0, 0],
  ],
  migrationRevenue: [
    [200, 100, 0, 0],
    [0, 100, 0, 0],
    [100, 200, 200, 100],
    [0, 0, 0, 0],
  ],
  mean: 71.23,
};

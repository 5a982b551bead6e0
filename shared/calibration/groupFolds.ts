import { largest } from '../stats/countObservations.ts';
import { seededRandom } from '../stats/seededRandom.ts';
import { accountsByOutcome, type CalibrationRows } from './CalibrationRows.ts';

/** Rows to fit on and rows to look at, by place. No account is in both. */
export interface Fold {
  train: Uint32Array;
  test: Uint32Array;
}

/** The folds that can be used, and how many could not because one side of them holds a single class. */
export interface Folds<Kind extends Fold = Fold> {
  folds: Kind[];
  skipped: number;
}

/** How many folds are made where events allow. */
const usualFolds = 5;

/**
 * Folds by account, stratified by whether the account ever had the outcome: both kinds are shuffled by the seed and dealt out in turn, so that
 * every fold has its share of each. min(5, events) folds, events being the smaller number of accounts of a kind. Like scikit-learn's
 * `StratifiedGroupKFold`, except that accounts and not rows are balanced. Only the named rows take part; all when none are named.
 */
export function groupFolds(rows: CalibrationRows, seed: number, among?: Uint32Array): Folds {
  const places = among ?? Uint32Array.from(rows.outcomes.keys());
  const { withOutcome, without } = accountsByOutcome(rows, among);
  const count = Math.min(usualFolds, withOutcome, without);
  if (count < 2) return { folds: [], skipped: 0 };
  const foldOf = dealAccounts(rows, places, count, seed);
  const folds = Array.from({ length: count }, (_, fold) => ({
    train: places.filter((place) => foldOf[rows.accounts[place]!] !== fold),
    test: places.filter((place) => foldOf[rows.accounts[place]!] === fold),
  }));
  return usable(rows, folds);
}

/** The folds of which both sides hold both classes. */
export function usable<Kind extends Fold>(rows: CalibrationRows, folds: readonly Kind[]): Folds<Kind> {
  const bothClasses = (places: Uint32Array) => {
    const events = places.reduce((sum, place) => sum + rows.outcomes[place]!, 0);
    return events > 0 && events < places.length;
  };
  const kept = folds.filter(({ train, test }) => bothClasses(train) && bothClasses(test));
  return { folds: kept, skipped: folds.length - kept.length };
}

/** The fold of each account, by its number. */
function dealAccounts({ outcomes, accounts }: CalibrationRows, places: Uint32Array, count: number, seed: number): Uint8Array {
  const [never, ever] = [1, 2];
  const kinds = new Uint8Array(1 + largest(accounts));
  for (const place of places) {
    const account = accounts[place]!;
    if (outcomes[place] === 1) kinds[account] = ever;
    else if (kinds[account] !== ever) kinds[account] = never;
  }
  const random = seededRandom(seed);
  const foldOf = new Uint8Array(kinds.length);
  let next = 0;
  for (const kind of [ever, never]) {
    const left = Uint32Array.from(kinds.keys()).filter((account) => kinds[account] === kind);
    for (let remaining = left.length; remaining > 0; remaining--) {
      const drawn = Math.floor(random() * remaining);
      foldOf[left[drawn]!] = next++ % count;
      left[drawn] = left[remaining - 1]!;
    }
  }
  return foldOf;
}

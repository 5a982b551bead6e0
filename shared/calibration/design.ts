/** Columns ready for a logistic fit, one value a row. */
export interface Design {
  /** What was missing is the column's mean. */
  columns: Float64Array[];
  /** Mean and population standard deviation of each column. */
  means: Float64Array;
  deviations: Float64Array;
  /** How many values of each column were missing. */
  missing: number[];
  /** 1 or 0. */
  outcomes: Uint8Array;
  /** How often each row counts. */
  times: Float64Array;
  /** Rows, each as often as it counts. */
  size: number;
}

/**
 * The columns (NaN = missing) at some rows, or at all, each row counting `times` or once: means, deviations and what stands for a missing value
 * come from these rows alone. A column without any value becomes 0 throughout.
 */
export function designOf(columns: readonly Float64Array[], outcomes: Uint8Array, rows?: Uint32Array, times?: Float64Array): Design {
  const taken = rows ? columns.map((column) => at(column, rows, new Float64Array(rows.length))) : columns;
  const weights = times ?? new Float64Array(rows?.length ?? outcomes.length).fill(1);
  const described = taken.map((column) => describe(column, weights));
  return {
    columns: taken.map((column, index) => filled(column, described[index]!)),
    means: Float64Array.from(described, ({ mean }) => mean),
    deviations: Float64Array.from(described, ({ deviation }) => deviation),
    missing: described.map(({ missing }) => missing),
    outcomes: rows ? at(outcomes, rows, new Uint8Array(rows.length)) : outcomes,
    times: weights,
    size: sum(weights),
  };
}

/** Rows of a sample that follow one another: memory gives neighbours at once. */
const runRows = 32;

/** At most that many rows of a design, in evenly spread runs, standardised as the whole is. */
export function sampleOf(design: Design, most: number): Design {
  const count = design.outcomes.length;
  if (count <= most) return design;
  const rows = spreadRows(count, most);
  const times = at(design.times, rows, new Float64Array(most));
  return {
    ...design,
    columns: design.columns.map((column) => at(column, rows, new Float64Array(most))),
    outcomes: at(design.outcomes, rows, new Uint8Array(most)),
    times,
    size: sum(times),
  };
}

/** So many of `count` rows, in runs that are evenly spread. */
function spreadRows(count: number, most: number): Uint32Array {
  const rows = new Uint32Array(most);
  const runs = Math.ceil(most / runRows);
  for (let place = 0; place < most; place++) {
    const run = Math.floor(place / runRows);
    rows[place] = Math.floor((run * (count - runRows)) / runs) + (place % runRows);
  }
  return rows;
}

/** The logit x0 - sum of x_j z_j as start + sum of slope x column; z are the columns standardised, a constant one is 0. */
export function logitLine({ means, deviations }: Design, x: Float64Array): { start: number; slopes: Float64Array } {
  const slopes = deviations.map((deviation, index) => (deviation > 0 ? -x[index + 1]! / deviation : 0));
  return { start: slopes.reduce((sum, slope, index) => sum - slope * means[index]!, x[0]!), slopes };
}

function at<Column extends Float64Array | Uint8Array>(column: Column, rows: Uint32Array, into: Column): Column {
  for (let place = 0; place < rows.length; place++) into[place] = column[rows[place]!]!;
  return into;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let place = 0; place < values.length; place++) total += values[place]!;
  return total;
}

/** One pass: sums are taken from the first value, so that they do not lose digits and a constant deviates by 0 exactly. */
function describe(column: Float64Array, times: Float64Array) {
  const origin = column.find((value) => !Number.isNaN(value)) ?? 0;
  let total = 0;
  let present = 0;
  let first = 0;
  let second = 0;
  let missing = 0;
  for (let row = 0; row < column.length; row++) {
    const distance = column[row]! - origin;
    const weight = times[row]!;
    total += weight;
    if (Number.isNaN(distance)) missing++;
    else {
      const weighted = weight * distance;
      present += weight;
      first += weighted;
      second += weighted * distance;
    }
  }
  const beyond = present === 0 ? 0 : first / present;
  // What is missing stands at the mean and adds nothing to the squares.
  return { mean: origin + beyond, missing, deviation: Math.sqrt(Math.max(0, second - beyond * first) / total) };
}

function filled(column: Float64Array, { mean, missing }: { mean: number; missing: number }): Float64Array {
  return missing === 0 ? column : column.map((value) => (Number.isNaN(value) ? mean : value));
}

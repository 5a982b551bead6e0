import type { JointTable } from './JointTable.ts';
import type { ScoreBins } from './ScoreBins.ts';

/** A joint table with what its bins mean. */
export interface Counted {
  table: JointTable;
  bins: ScoreBins;
  /** Cuts of the bands, by segment. */
  cuts: readonly (readonly number[])[];
}

/** Accounts that share segment, group, bin and band; `null` for those withheld. */
export interface Cell {
  segment: number;
  group: number;
  bin: number | null;
  /** The number of bands for those withheld. */
  band: number;
  accounts: number;
  revenue: number;
}

/** Visits every cell that holds an account. */
export function eachCell({ table, bins, cuts }: Counted, visit: (cell: Cell) => void): void {
  const { groups, bands, columns, accounts, revenue } = table;
  for (let row = 0; row < table.points.length; row++) {
    const [above, ceiling] = [Math.floor(row / bands), row % bands];
    const place = { segment: Math.floor(above / groups), group: above % groups };
    const own = cuts[place.segment]!;
    for (let column = 0; column < columns; column++) {
      const entry = row * columns + column;
      if (accounts[entry] === 0) continue;
      const withheld = column === columns - 1;
      const band = withheld ? bands : Math.min(ceiling, own.filter((cut) => cut <= bins.edges[column]!).length);
      visit({ ...place, bin: withheld ? null : column, band, accounts: accounts[entry]!, revenue: revenue[entry]! });
    }
  }
}

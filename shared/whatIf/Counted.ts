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

/** Visits every cell that holds an account. One object is the cell each time: it is read where it is told, not kept. */
export function eachCell({ table, bins, cuts }: Counted, visit: (cell: Readonly<Cell>) => void): void {
  const { groups, bands, columns, accounts, revenue } = table;
  const withheld = columns - 1;
  const bandsOfBins = cuts.map((own) => bandsOf(bins, own));
  const cell: Cell = { segment: 0, group: 0, bin: null, band: 0, accounts: 0, revenue: 0 };
  for (let row = 0; row < table.points.length; row++) {
    const above = Math.floor(row / bands);
    const ceiling = row % bands;
    cell.segment = Math.floor(above / groups);
    cell.group = above % groups;
    const bandOfBin = bandsOfBins[cell.segment]!;
    for (let column = 0, entry = row * columns; column < columns; column++, entry++) {
      if (accounts[entry] === 0) continue;
      cell.bin = column === withheld ? null : column;
      cell.band = column === withheld ? bands : Math.min(ceiling, bandOfBin[column]!);
      cell.accounts = accounts[entry]!;
      cell.revenue = revenue[entry]!;
      visit(cell);
    }
  }
}

/** The band of each bin: how many of a segment's cuts lie at or below its lower edge. */
function bandsOf({ edges }: ScoreBins, cuts: readonly number[]): Uint8Array {
  const bands = new Uint8Array(edges.length);
  for (const cut of cuts) for (let bin = edges.length - 1; bin >= 0 && edges[bin]! >= cut; bin--) bands[bin]! += 1;
  return bands;
}

import { addDays } from '../../shared/model/isoDate.ts';
import type { AccountHistory } from './AccountHistory.ts';
import { createRandom } from './createRandom.ts';
import { sampleFrom } from './sampleOptions.ts';
import type { SampleRow, SampleRows } from './sampleRows.ts';

const unconvertible = ['see contract', '12k', 'pending', 'ask Dana'];
/** Draws of the dirt are apart from those of the account, so that clean and dirty files tell the same story. */
const dirtStream = 0x5011ed;

/**
 * Puts in, on purpose, what exports really hold: usage recorded weeks late, months that came twice, an account number without its zeros, usage
 * before the account existed and of accounts nobody knows, a ticket exported twice, cells that are no numbers, answers nobody gave.
 */
export function soilRows(rows: SampleRows, history: AccountHistory, seed: number): SampleRows {
  const random = createRandom(seed ^ dirtStream, history.index);
  const { id, index, startedOn } = history;
  const usage = rows.usage.map((row) => {
    const soiled = [...row];
    if (random.chance(0.02)) soiled[2] = addDays(String(row[1]), random.whole(20, 60));
    if (random.chance(0.002)) soiled[0] = id.replace(/^0+/, '');
    if (random.chance(0.001)) soiled[6] = random.pick(unconvertible);
    return soiled;
  });
  const first = usage[0];
  if (first && startedOn > sampleFrom && index % 12 === 9)
    usage.unshift([id, addDays(startedOn, -40), addDays(startedOn, -40), ...first.slice(3)]);
  if (first && index % 140 === 77) usage.push([`9${id.slice(1)}`, ...first.slice(1)]);
  return {
    ...rows,
    usage,
    tickets: rows.tickets.flatMap((row) => (random.chance(0.012) ? [row, row] : [row])),
    invoices: rows.invoices.map((row) => (random.chance(0.003) ? withCell(row, 5, random.pick(unconvertible)) : row)),
    surveys: rows.surveys.map((row) => (random.chance(0.004) ? withCell(row, 3, 'no answer') : row)),
  };
}

function withCell(row: SampleRow, column: number, cell: string): SampleRow {
  return row.map((old, index) => (index === column ? cell : old));
}

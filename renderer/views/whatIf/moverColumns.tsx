import type { Mover } from '../../../shared/contract/mover.ts';
import type { Band } from '../../../shared/model/model.ts';
import { differenceText, scoreText } from '../../charts/numberText.ts';
import { BandMark } from '../../parts/BandMark.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Delta } from './Delta.tsx';
import styles from './MoversPanel.module.css';
import { placesOf, type Sides } from './shifts.ts';

/** Columns of the movers: who, where the score goes, by how much, and because of which metric. */
export function moverColumns(sides: Sides, money: (amount: number) => string): Column<Mover>[] {
  const named = (bands: readonly Band[], { score, band }: Mover['before']) => {
    const place = placesOf(bands).find(({ id }) => id === band);
    return { score: score === null ? '–' : scoreText(score), name: place?.name ?? band, band: place?.band ?? null };
  };
  return [
    {
      id: 'name',
      header: 'Account',
      width: 84,
      grow: 4,
      cell: (row) => <span title={row.account}>{row.name ?? row.account}</span>,
      text: (row) => (row.name === null ? row.account : `${row.name} (${row.account})`),
    },
    {
      id: 'score',
      header: 'Score',
      about: 'Health score under the draft with its band; the baseline’s when pointed at',
      width: 64,
      align: 'end',
      cell: (row) => {
        const [before, after] = [named(sides.before, row.before), named(sides.after, row.after)];
        return (
          <span className={styles.score} title={`was ${before.name}, ${before.score}; is ${after.name}, ${after.score}`}>
            <BandMark band={after.band} />
            <span className={styles.hidden}>{after.name} </span>
            <span>{after.score}</span>
          </span>
        );
      },
      text: (row) => `${row.after.score ?? named(sides.after, row.after).name}`,
    },
    {
      id: 'change',
      header: 'Δ',
      about: 'Draft minus baseline, points of the score',
      width: 62,
      align: 'end',
      cell: (row) => <Delta value={row.change} decimals={1} good="up" />,
      text: (row) => (row.change === null ? '' : differenceText(row.change, 4)),
    },
    {
      id: 'because',
      header: 'Because of',
      about:
        'The metric that carries most of the change: its share of the score and its points, against the mean of what gained or lost share',
      width: 76,
      grow: 4,
      cell: (row) =>
        row.because && <span title={`${row.because.name}: ${differenceText(row.because.points)} points`}>{row.because.name}</span>,
      text: (row) => row.because?.name ?? '',
    },
    {
      id: 'revenue',
      header: 'Revenue',
      width: 92,
      align: 'end',
      cell: (row) => (row.revenue === null ? '–' : money(row.revenue)),
      text: (row) => (row.revenue === null ? '' : `${row.revenue}`),
    },
  ];
}

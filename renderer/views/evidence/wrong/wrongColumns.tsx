import type { Model } from '../../../../shared/model/model.ts';
import { moneyText, scoreText } from '../../../charts/numberText.ts';
import { BandMark } from '../../../parts/BandMark.tsx';
import type { Column } from '../../../parts/DataTable.tsx';
import { misleadingText } from './misleadingText.ts';
import type { WrongKind, WrongLine } from './WrongLine.ts';
import styles from './wrongColumns.module.css';

/** Columns of the lists of wrong scores: who, when, how wrong, and what the metrics had said. */
export function wrongColumns(model: Model, kind: WrongKind, currency: string | null): Column<WrongLine>[] {
  const band = model.bands.at(kind === 'green-churners' ? -1 : 0) ?? null;
  const segmentName = (id: string) => model.segments.find((segment) => segment.id === id)?.name ?? '–';
  return [
    {
      id: 'name',
      header: 'Account',
      width: 150,
      grow: 2,
      cell: (line) => <span title={line.account}>{line.name ?? line.account}</span>,
      text: ({ account, name }) => (name === null ? account : `${name} (${account})`),
    },
    plain('asOf', 'Scored on', 108, ({ asOf }) => asOf),
    {
      id: 'score',
      header: 'Score',
      about: 'Health score on that date with its band, higher = healthier',
      width: 76,
      align: 'end',
      cell: (line) => (
        <span className={styles.score} title={band?.name}>
          <BandMark band={band} />
          <span className={styles.spoken}>{band?.name} </span>
          {scoreText(line.score)}
        </span>
      ),
      text: ({ score }) => `${score}`,
    },
    {
      ...plain('misleading', 'What misled', 260, misleadingText),
      about: 'The metrics that contributed most to being wrong, with their points',
      grow: 6,
    },
    { ...plain('conflicts', 'Contradictions', 130, ({ conflicts }) => conflicts.join('; ')), grow: 2 },
    plain('treated', 'Intervention', 90, ({ treated }) => treated),
    { ...plain('revenue', 'Revenue', 80, ({ revenue }) => (revenue === null ? '–' : moneyText(revenue, currency))), align: 'end' },
    { ...plain('segment', 'Segment', 96, ({ segment }) => segmentName(segment)), grow: 1 },
    { ...plain('owner', 'Owner', 84, ({ owner }) => owner ?? '–'), grow: 1 },
  ];
}

function plain(id: string, header: string, width: number, text: (line: WrongLine) => string): Column<WrongLine> {
  return { id, header, width, cell: (line) => <span title={text(line)}>{text(line)}</span>, text };
}

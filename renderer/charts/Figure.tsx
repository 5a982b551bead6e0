import type { PlotOptions } from '@observablehq/plot';
import { EllipsisVertical } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Menu } from '../parts/Menu.tsx';
import { announce } from '../state/announcements.ts';
import { useNotices } from '../state/noticeStore.ts';
import styles from './Figure.module.css';
import { figurePng } from './figurePng.ts';
import { figureSvg, type LegendEntry, svgText } from './figureSvg.ts';
import { type DrawnScales, PlotCanvas } from './PlotCanvas.tsx';
import { saveBlob } from './saveBlob.ts';

/** The figure's numbers as a table; the first column names the row. */
export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

interface FigureProps {
  title: string;
  /** What the picture says, as a sentence: its text twin. */
  sentence: ReactNode;
  plot: (width: number) => PlotOptions;
  height: number;
  table: FigureTable;
  legend: readonly LegendEntry[];
  /** Controls over the picture. */
  children?: (scales: DrawnScales) => ReactNode;
}

/** A chart with its text twin: a sentence, the same numbers as a table, and ways to take the picture along with title and legend. */
export function Figure({ title, sentence, plot, height, table, legend, children }: FigureProps) {
  const frame = useRef<HTMLElement>(null);
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const fail = useNotices((state) => state.fail);

  const picture = () => {
    const drawn = frame.current?.querySelector<SVGSVGElement>('svg[role=img]');
    if (!drawn) throw new Error('Show the chart first, then save it.');
    return figureSvg(drawn, title, legend);
  };
  const fileName = title.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();
  const act = (action: () => Promise<void>) => () => void action().catch(fail);
  const items = [
    { label: asTable ? 'Show as chart' : 'Show as table', run: () => setAsTable(!asTable) },
    {
      label: 'Copy as image',
      disabled: asTable,
      run: act(async () => {
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': figurePng(picture()) })]);
        announce(`${title} copied as an image`, 0);
      }),
    },
    { label: 'Save as PNG', disabled: asTable, run: act(async () => saveBlob(await figurePng(picture()), `${fileName}.png`)) },
    {
      label: 'Save as SVG',
      disabled: asTable,
      run: act(async () => saveBlob(new Blob([svgText(picture())], { type: 'image/svg+xml' }), `${fileName}.svg`)),
    },
  ];

  return (
    <figure ref={frame} className={styles.figure}>
      <div className={styles.menu}>
        <Menu
          label={<EllipsisVertical />}
          items={items}
          button={{ tone: 'quiet', icon: true, className: styles.button, 'aria-label': `${title}: chart actions` }}
        />
      </div>
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={styles.table} aria-label={`${title} as a table`} tabIndex={0}>
          <table>
            <caption>{title}</caption>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name, ...cells]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, index) => (
                    <td key={table.columns[index + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <PlotCanvas plot={plot} height={height} label={title} describedBy={id}>
          {children}
        </PlotCanvas>
      )}
      <figcaption id={id} className={styles.sentence}>
        {sentence}
      </figcaption>
    </figure>
  );
}

import type { Band } from '../../../shared/model/model.ts';
import { barWidth } from '../../charts/coarserBins.ts';
import type { Measure } from '../../charts/describeBook.ts';
import type { HistogramFrame } from '../../charts/HistogramPainter.ts';
import { moneyText, numberText } from '../../charts/numberText.ts';
import { scoreBars } from '../../charts/scoreBars.ts';
import type { Frame } from './frameStore.ts';

interface PictureOptions {
  bands: readonly Band[];
  cuts: readonly number[];
  measure: Measure;
  currency: string | null;
  /** Points a bar covers; as the size of the book deserves when it is left out. */
  width?: number;
}

/** A frame as the histogram draws it; its bars, its outline and what stands above each band. */
export function pictureOf({ book, outline }: Pick<Frame, 'book' | 'outline'>, options: PictureOptions): HistogramFrame {
  const { bands, cuts, measure, currency, width = barWidth(book.accounts) } = options;
  const matrix = measure === 'accounts' ? book.migrationAccounts : book.migrationRevenue;
  const amount = (value: number) => (measure === 'accounts' ? numberText(value) : moneyText(value, currency));
  return {
    bars: scoreBars(book.edges, measure === 'accounts' ? book.binAccounts : book.binRevenue, width),
    outline: outline && scoreBars(outline.edges, outline[measure], width),
    width,
    cuts,
    labels: bands.map(({ name }, index) => {
      const short = amount(matrix.reduce((sum, row) => sum + (row[index] ?? 0), 0));
      return { full: `${name} ${short}`, short };
    }),
  };
}

import type { ShiftedBook } from '../../../shared/contract/shiftedBook.ts';
import type { Band, Model } from '../../../shared/model/model.ts';
import { cutsOf } from '../../charts/bandRange.ts';
import { barWidth } from '../../charts/coarserBins.ts';
import type { Measure } from '../../charts/describeBook.ts';
import type { HistogramFrame } from '../../charts/HistogramPainter.ts';
import { moneyText, numberText } from '../../charts/numberText.ts';
import { bandBars, scoreBars } from '../../charts/scoreBars.ts';
import type { Frame } from './frameStore.ts';

/** Accounts whose scores are read by the same cuts. */
interface Part {
  book: ShiftedBook;
  cuts: readonly number[];
}

interface PictureOptions {
  bands: readonly Band[];
  /** Where the edges are drawn. */
  cuts: readonly number[];
  measure: Measure;
  currency: string | null;
  /** Points a bar covers; as the size of the book deserves when it is left out. */
  width?: number;
}

/** A frame as the histogram draws it: its bars, coloured by the bands that accounts are truly in, its outline, and what stands above each band. */
export function pictureOf(
  { book, outline }: Pick<Frame, 'book' | 'outline'>,
  parts: readonly Part[],
  options: PictureOptions,
): HistogramFrame {
  const { bands, cuts, measure, currency, width = barWidth(book.accounts) } = options;
  const matrix = measure === 'accounts' ? book.migrationAccounts : book.migrationRevenue;
  const amount = (value: number) => (measure === 'accounts' ? numberText(value) : moneyText(value, currency));
  return {
    stacks: parts
      .map((part) => bandBars(part.book.edges, measure === 'accounts' ? part.book.binAccounts : part.book.binRevenue, part.cuts, width))
      .reduce((sums, stacks) => sums.map((bars, band) => bars.map((sum, bar) => sum + stacks[band]![bar]!))),
    outline: outline && scoreBars(outline.edges, outline[measure], width),
    width,
    cuts,
    labels: bands.map(({ name }, index) => {
      const short = amount(matrix.reduce((sum, row) => sum + (row[index] ?? 0), 0));
      return { full: `${name} ${short}`, short };
    }),
  };
}

/** What of a frame is read by which cuts: a slice by its own, the whole book segment by segment where one has cuts of its own. */
export function partsOf({ question: { segment }, model, book, parts }: Frame): readonly Part[] {
  if (hasMixedCuts(model, segment) && parts.length > 0) return parts.map((one) => ({ book: one.book, cuts: cutsOf(model, one.id) }));
  return [{ book, cuts: segment === null ? model.cuts : cutsOf(model, segment) }];
}

/** Whether a slice holds accounts that are read by different cuts. */
export function hasMixedCuts({ segments }: Pick<Model, 'segments'>, slice: string | null): boolean {
  return slice === null && segments.some(({ cuts }) => cuts !== undefined);
}

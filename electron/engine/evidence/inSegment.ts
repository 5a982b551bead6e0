import { Failure } from '../../../shared/failure.ts';
import type { RowScores } from './rowScores.ts';

/** Tells the rows of a segment; without one, all. @throws Failure `segment-unknown` */
export function inSegment(
  { segments, segment }: Pick<RowScores, 'segments' | 'segment'>,
  asked: string | undefined,
): (row: number) => boolean {
  if (asked === undefined) return () => true;
  const place = segments.findIndex(({ id }) => id === asked);
  if (place < 0) throw new Failure('segment-unknown', { segment: asked, known: segments.map(({ id }) => id).join(', ') });
  return (row) => segment[row] === place;
}

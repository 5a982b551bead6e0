import { Failure } from '../failure.ts';
import type { Model, Segment } from '../model/model.ts';

/** The draft's segment of that id. @throws Failure `segment-unknown` */
export function segmentNamed({ segments }: Pick<Model, 'segments'>, id: string): Segment {
  const found = segments.find((segment) => segment.id === id);
  if (found) return found;
  throw new Failure('segment-unknown', { segment: id, known: segments.map((segment) => segment.id).join(', ') || 'no segments' });
}

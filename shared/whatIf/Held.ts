import type { Position } from '../contract/whatIfCalls.ts';
import type { Placed } from './Hand.ts';

/** A control of one kind over arranged observations, ready to move. */
export interface Held<Kind extends Position['kind']> {
  at(position: Extract<Position, { kind: Kind }>): Placed;
  /** What it holds, of all observations. */
  readonly bytes: number;
}

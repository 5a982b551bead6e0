import type { Definition } from '../../../shared/model/definition.ts';

/** What one row of a source is, in a word. */
export function shapeWord(definition: Definition, source: string): string {
  if (definition.account?.source === source) return 'accounts';
  const reading = definition.readings.find((one) => one.source === source);
  return reading ? reading.shape.kind : 'not described yet';
}

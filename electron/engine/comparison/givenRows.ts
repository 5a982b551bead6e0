import { bandNamed } from '../../../shared/comparison/matchBands.ts';
import type { GivenScore } from '../../../shared/model/definition.ts';
import type { Model } from '../../../shared/model/model.ts';
import { bandTolerance, withheldBand } from '../../../shared/scoring/bandOf.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { ObservedRows } from './ObservedRows.ts';

/**
 * SQL of what was given, as a relation with the keys, `score` and `band`: a given score is banded by the cuts of the frame and its segments,
 * a given band is the frame's band of that id, name or letter. What is missing or no band is withheld.
 * @param frameTable the same observations scored by the frame, for their segments
 */
export function givenRows({ observations, condition, keys }: ObservedRows, given: GivenScore, frame: Model, frameTable: string): string {
  const value = quoteIdentifier(givenColumn(given));
  const rows = `select ${keys.join(', ')}, ${value} as value from ${quoteIdentifier(observations.table)} where ${condition}`;
  const [score, band] = given.kind === 'score' ? ['value', scoreBand(frame)] : ['cast(null as double)', wordBand(frame)];
  return `(select ${keys.join(', ')}, ${score} as score, ${band} as band from ${frameTable} join (${rows}) using (${keys.join(', ')}))`;
}

/** Column of the observations table with a given score. */
export function givenColumn({ id }: GivenScore): string {
  return `given.${id}`;
}

/** SQL of a given band's text without what does not tell bands apart. */
function foldedSql(text: string): string {
  return `lower(trim(${text}, ' '))`;
}

function scoreBand(frame: Model): string {
  const segments = frame.segments.flatMap(({ id, cuts }) => (cuts ? [`when segment = ${quoteText(id)} then ${bandBy(frame, cuts)}`] : []));
  const branches = [`when value is null then ${quoteText(withheldBand)}`, ...segments];
  return `case ${branches.join(' ')} else ${bandBy(frame, frame.cuts)} end`;
}

function bandBy({ bands }: Model, cuts: readonly number[]): string {
  const fromTheTop = cuts
    .map((cut, index) => `when value >= ${cut - bandTolerance}::double then ${quoteText(bands[index + 1]!.id)}`)
    .reverse();
  const worst = quoteText(bands[0]!.id);
  return fromTheTop.length === 0 ? worst : `case ${fromTheTop.join(' ')} else ${worst} end`;
}

function wordBand({ bands }: Model): string {
  const words = [...new Set(bands.flatMap(({ id, name, letter }) => [id, name, ...(letter ? [letter] : [])]))];
  const branches = words.map((word) => `when ${foldedSql(quoteText(word))} then ${quoteText(bands[bandNamed(bands, word)!]!.id)}`);
  return `case ${foldedSql('value')} ${branches.join(' ')} else ${quoteText(withheldBand)} end`;
}

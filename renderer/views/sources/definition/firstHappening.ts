import type { Happening } from '../../../../shared/model/outcome.ts';
import { quoteIdentifier } from '../../../../shared/sql/quoteIdentifier.ts';
import { columnsOf } from '../../../state/useSources.ts';
import type { StudySeen } from './editEntities.ts';

const losses = /churn|cancel|lost|left|attrit/i;

/** What a new outcome looks for at first: a source or a flag whose name speaks of a loss, else the rows of a dated source, else a flag. */
export function firstHappening({ definition, sources }: StudySeen): Happening {
  const { account, readings } = definition;
  const dated = readings.filter(({ shape, source }) => shape.kind === 'events' && sources.some(({ id }) => id === source));
  const named = dated.find(({ source }) => losses.test(source));
  if (named) return { kind: 'event', source: named.source };
  const columns = columnsOf(sources.find(({ id }) => id === account?.source));
  const flag = columns.find(({ name, type }) => type === 'boolean' && losses.test(name));
  if (account && flag) return { kind: 'flag', source: account.source, where: quoteIdentifier(flag.name) };
  if (dated[0]) return { kind: 'event', source: dated[0].source };
  const first = columns.find(({ type }) => type === 'boolean');
  return { kind: 'flag', source: account?.source ?? sources[0]?.id ?? 'accounts', where: first ? quoteIdentifier(first.name) : 'false' };
}

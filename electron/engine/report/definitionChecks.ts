import { type Check, findingOf } from './ReportContext.ts';

/** What the study still has to say before it can be scored. */
export const definitionChecks: Check = async ({ definition, sources, accounts }) => {
  const incomplete = (sentence: string, source: string | null = null) =>
    findingOf({ code: 'definition-incomplete', severity: 'problem', sentence, source });
  const readings = new Set(definition.readings.map((reading) => reading.source));
  const names = new Set(sources.map((source) => source.id));
  return [
    ...(accounts ? [] : [incomplete('No source is said to hold the accounts; say which, and which column is their key.')]),
    ...sources
      .filter((source) => !readings.has(source.id) && source.id !== definition.account?.source)
      .map((source) =>
        findingOf({
          code: 'definition-incomplete',
          severity: 'note',
          source: source.id,
          sentence: `${source.name} is not used: nothing says what its rows are and how they reach the account.`,
        }),
      ),
    ...definition.readings
      .filter((reading) => reading.link === undefined && reading.source !== definition.account?.source && names.has(reading.source))
      .map((reading) => incomplete(`The rows of "${reading.source}" have no link to the account.`, reading.source)),
    ...definition.readings
      .filter((reading) => !names.has(reading.source))
      .map((reading) => incomplete(`The definition reads "${reading.source}", which is not among the sources.`)),
    ...(definition.metrics.length === 0 ? [incomplete('No metric is defined yet.')] : []),
  ];
};

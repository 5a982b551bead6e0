import type { CallOutput } from '../../shared/contract/contract.ts';
import type { CountedPart, EvidenceBasis } from '../../shared/contract/evidenceBasis.ts';
import { warningSentences } from '../../shared/stats/warning.ts';
import { estimateText } from './estimateText.ts';
import { numberText, textTable } from './textTable.ts';

/** On what the numbers rest. */
export function describeBasis({ outcome, set, gate, notes, seed, dataFingerprint }: EvidenceBasis): string {
  const { confirmation } = set;
  const closed = `${numberText(confirmation.observations)} observations (${confirmation.share === null ? confirmation.from : `${100 * confirmation.share} % of accounts`})`;
  return [
    `${outcome.name}: ${numberText(set.observations)} observations of ${numberText(set.accounts)} accounts, ${set.from} to ${set.to}; ` +
      `${numberText(set.eventAccounts)} accounts with the outcome`,
    `confirmation set: ${closed}, opened ${confirmation.openings} times; seed ${seed}, data ${dataFingerprint}`,
    gate.sentence,
    ...(gate.next ? [gate.next.sentence] : []),
    ...notes,
  ].join('\n');
}

/** The metrics table. */
export function describeMetrics({ part, metrics, redundancy }: CallOutput<'measure-metrics'>): string {
  const table = textTable(
    ['metric', 'AUC', 'Spearman', 'IV', 'null line', 'missing', 'q', 'VIF', 'says'],
    metrics.map((one) => [
      one.metric,
      estimateText(one.auc),
      estimateText(one.spearman),
      estimateText(one.informationValue),
      one.informationValue?.nullLine?.toFixed(3) ?? '-',
      `${((100 * one.missing) / Math.max(1, one.observations)).toFixed(1)} %`,
      one.qValue === null ? '-' : one.qValue < 0.001 ? '<0.001' : one.qValue.toFixed(3),
      one.varianceInflation?.toFixed(1) ?? '-',
      one.direction.sentence,
    ]),
  );
  const doubts = metrics.flatMap(({ name, suspicions }) => suspicions.map(({ sentence }) => `${name}: ${sentence}`));
  const notes = metrics.some(({ informationValue }) => informationValue?.interval)
    ? ['IV reads too high by what noise adds, the interval does not.']
    : [];
  return [...(part ? [describePart(part)] : []), table, ...notes, ...redundancy.map(({ sentence }) => sentence), ...doubts].join('\n');
}

/** Of which observations the numbers are, and what these allow by themselves. */
function describePart({ name, observations, accounts, treatmentUnknown, gate }: CountedPart): string {
  const next = gate.next ? ` ${gate.next.sentence}` : '';
  const unknown = treatmentUnknown
    ? ` In ${numberText(treatmentUnknown)} of them the study cannot tell whether the account was treated.`
    : '';
  return `only ${name}: ${numberText(observations)} observations of ${numberText(accounts)} accounts.${unknown} ${gate.sentence}${next}`;
}

/** A score, and the second one beside it. */
export function describeScore({ scorer, against, score, other, difference }: CallOutput<'measure-score'>): string {
  const columns = [score, ...(other ? [other] : [])];
  const row = (name: string, text: (one: typeof score) => string) => [name, ...columns.map(text)];
  const numbers = textTable(
    ['', scorer.name, ...(against ? [against.name] : [])],
    [
      row('AUC', ({ auc }) => estimateText(auc)),
      row('KS', ({ ks }) => estimateText(ks?.estimate ?? null)),
      row('lift of the worst tenth', ({ liftWorstTenth }) => estimateText(liftWorstTenth)),
      row('Spearman', ({ spearman }) => estimateText(spearman)),
      row('Brier', ({ calibration }) => estimateText(calibration?.brier ?? null)),
      row('Brier skill', ({ calibration }) => calibration?.skill?.toFixed(3) ?? '-'),
      row('calibration slope', ({ calibration }) => estimateText(calibration?.slope ?? null)),
      row('without a score', ({ withheld }) => numberText(withheld)),
    ],
  );
  const bands = textTable(
    ['band', 'observations', 'events', 'rate'],
    score.bands.map((one) => [one.name, one.observations, one.events, estimateText(one.rate, one.events === null ? 'plain' : 'share')]),
  );
  return [numbers, bands, ...(difference ? [difference.sentence] : []), ...score.warnings.map((code) => warningSentences[code])].join('\n');
}

/** Current and suggested weights. */
export function describeWeights({ suggestion, verdict }: CallOutput<'suggest-weights'>): string {
  const table = textTable(
    ['weight', 'current %', 'suggested %', 'stability range', 'AUC alone', ''],
    suggestion.weights.map((one) => [
      one.name,
      one.current,
      one.suggested,
      one.stability ? `${one.stability[0].toFixed(1)} to ${one.stability[1].toFixed(1)}` : '-',
      estimateText(one.auc),
      one.sentence ?? '',
    ]),
  );
  const pair = (name: string, found: typeof suggestion.outOfFold) =>
    found
      ? [`${name}: AUC ${estimateText(found.current)} -> ${estimateText(found.suggested)}, difference ${estimateText(found.difference)}`]
      : [];
  return [
    table,
    ...pair('out of fold', suggestion.outOfFold),
    ...pair('out of time', suggestion.outOfTime),
    ...(suggestion.priceOfBounds ? [suggestion.priceOfBounds.sentence] : []),
    `pull ${suggestion.pull.chosen}, ${suggestion.folds.count} folds, ${suggestion.resamples.count} resamples`,
    ...suggestion.warnings.map((code) => warningSentences[code]),
    `${verdict.headline}: ${verdict.reason}`,
  ].join('\n');
}

/** Ways to choose a threshold. */
export function describeThresholds({ ways, warnings }: CallOutput<'suggest-thresholds'>): string {
  const table = textTable(
    ['way', 'below', '90 % range', 'flagged', 'rate below', 'rate from', 'below, out of fold', 'from, out of fold', ''],
    ways.map(({ name, threshold, range, table: at, outOfFold, sentence }) => [
      name,
      threshold?.toFixed(1) ?? '-',
      range ? `${range[0].toFixed(1)} to ${range[1].toFixed(1)}` : '-',
      at?.flagged ?? null,
      estimateText(at?.rateBelow ?? null, 'share'),
      estimateText(at?.rateFrom ?? null, 'share'),
      estimateText(outOfFold?.table.rateBelow ?? null, 'share'),
      estimateText(outOfFold?.table.rateFrom ?? null, 'share'),
      sentence,
    ]),
  );
  return [table, ...warnings.map((code) => warningSentences[code])].join('\n');
}

/** Probability per band. */
export function describeProbability(found: CallOutput<'estimate-probability'>): string {
  const table = textTable(
    ['band', 'accounts', 'probability', 'expected revenue at risk'],
    found.bands.map(({ name, accounts, probability, atRisk }) => [
      name,
      accounts,
      estimateText(probability, 'share'),
      estimateText(atRisk),
    ]),
  );
  const { calibration } = found;
  return [
    `${found.scorer.name} on ${found.asOf}: probability ${found.horizon}`,
    ...(found.sentence ? [found.sentence] : [table]),
    ...(calibration
      ? [
          `out of fold (${calibration.method}, ${calibration.folds} folds): Brier ${estimateText(calibration.brier)}, slope ${estimateText(calibration.slope)}`,
        ]
      : []),
    ...(found.pointsToDouble === null
      ? []
      : [`${estimateText({ value: found.pointsToDouble, interval: found.pointsToDoubleInterval })} points double the odds`]),
    found.backtestSentence,
    ...found.warnings.map((code) => warningSentences[code]),
  ].join('\n');
}

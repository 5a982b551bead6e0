import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { SuggestedThreshold } from '../../../../shared/contract/suggestedWeights.ts';
import type { Interval } from '../../../../shared/stats/Estimate.ts';
import { warningSentences } from '../../../../shared/stats/warning.ts';
import { estimateCells, estimateHead, warningsIn } from './estimateCells.ts';
import { type Html, html, table } from './html.ts';
import type { LatestRuns } from './latestRuns.ts';

type Weights = CallOutput<'suggest-weights'>;
type Cells = (string | number | null)[];

/** What was fitted and recorded last: weights with their verdict, thresholds, probabilities with the backtest, the challenger, a version confirmed. */
export function runSections(runs: LatestRuns): (Html | null)[] {
  return [
    section('Suggested weights', runs['suggest-weights'], weights),
    section('A version on the confirmation set', runs['confirm-version'], confirmed),
    section('Suggested thresholds', runs['suggest-thresholds'], thresholds),
    section('From score to probability', runs['estimate-probability'], probability),
    section('The price of a score that can be explained', runs['run-challenger'], challenger),
  ];
}

function section<Output>(title: string, run: { madeOf: string; output: Output } | null, body: (output: Output) => Html): Html | null {
  return run && html`<h2>${title}</h2><p>${run.madeOf}</p>${body(run.output)}`;
}

function weights({ suggestion, verdict }: Weights): Html {
  const { resamples, folds, outOfFold, outOfTime } = suggestion;
  const held = (name: string, pair: Weights['suggestion']['outOfFold']): Cells[] =>
    pair
      ? [
          [`AUC ${name}, current`, ...estimateCells(pair.current)],
          [`AUC ${name}, suggested`, ...estimateCells(pair.suggested)],
          [`Difference ${name}`, ...estimateCells(pair.difference)],
        ]
      : [];
  const confirmed = verdict.difference ? [['Difference on the confirmation set', ...estimateCells(verdict.difference)]] : [];
  return html`<p><strong>${verdict.headline}.</strong> ${verdict.reason}</p>
${table(['', ...estimateHead], [...held('out of fold', outOfFold), ...held('out of time', outOfTime), ...confirmed])}
${table(
  ['weight, % of the score', 'current', 'suggested', 'stability range', 'resamples', ''],
  suggestion.weights.map(({ name, current, suggested, stability, sentence }) => [
    name,
    current.toFixed(1),
    suggested.toFixed(1),
    rangeText(stability, (share) => share.toFixed(1)),
    resamples.count - resamples.skipped,
    sentence,
  ]),
)}<p>${folds.count} folds by account, ${folds.skipped} skipped. ${suggestion.priceOfBounds?.sentence ?? null}
${suggestion.warnings.map((code) => html`${warningSentences[code]} `)}</p>`;
}

function confirmed({ version, against, openings, auc, otherAuc, verdict }: CallOutput<'confirm-version'>): Html {
  return html`<p><strong>${verdict.headline}.</strong> ${verdict.reason} Opening ${openings}.</p>${table(
    ['', ...estimateHead],
    [
      [`AUC, ${version.name}`, ...estimateCells(auc)],
      ...(against ? [[`AUC, ${against.name}`, ...estimateCells(otherAuc)]] : []),
      ...(verdict.difference ? [['Difference', ...estimateCells(verdict.difference)]] : []),
    ],
  )}`;
}

function thresholds(found: CallOutput<'suggest-thresholds'>): Html {
  return html`${table(
    ['way', 'threshold', '90 % of resamples', 'flagged', 'rate', ...estimateHead.slice(0, 4)],
    found.ways.flatMap(({ name, threshold, range, table: counts, outOfFold }): Cells[] => {
      const shown = [
        name.split(':')[0]!,
        threshold?.toFixed(1) ?? null,
        rangeText(range, (score) => score.toFixed(1)),
        counts?.flagged ?? null,
      ];
      if (!counts) return [[...shown, '-', '-', '-', '-', '-']];
      return [
        [...shown, 'below it', ...estimateCells(counts.rateBelow, 'share').slice(0, 4)],
        ['', '', '', '', 'from it on', ...estimateCells(counts.rateFrom, 'share').slice(0, 4)],
        ...(outOfFold ? heldOutCells(outOfFold) : []),
      ];
    }),
  )}${found.ways.map(({ name, sentence, warnings }) => html`<p>${name}. ${[sentence, ...warnings.map((code) => warningSentences[code])].join(' ')}</p>`)}${warningsIn([found])}`;
}

/** The same on accounts that had no part in choosing the threshold. */
function heldOutCells({ table: counts, thresholds }: NonNullable<SuggestedThreshold['outOfFold']>): Cells[] {
  const edge = rangeText(thresholds, (score) => score.toFixed(1));
  return [
    ['out of fold', edge, '', counts.flagged, 'below it', ...estimateCells(counts.rateBelow, 'share').slice(0, 4)],
    ['', '', '', '', 'from it on', ...estimateCells(counts.rateFrom, 'share').slice(0, 4)],
  ];
}

function probability({
  horizon,
  scorer,
  asOf,
  currency,
  sentence,
  bands,
  total,
  backtest,
  backtestSentence,
  calibration,
  warnings,
}: CallOutput<'estimate-probability'>): Html {
  const amount = `Revenue at risk${currency ? `, ${currency}` : ''}`;
  return html`<p>${scorer.name} on ${asOf}: probability ${horizon}. ${sentence}</p>${table(
    ['probability', ...estimateHead],
    bands.map((band) => [band.name, ...estimateCells(band.probability, 'share')]),
  )}${table(
    [amount, ...estimateHead],
    [...bands.map((band): Cells => [band.name, ...estimateCells(band.atRisk)]), ['All', ...estimateCells(total.atRisk)]],
  )}<p>${backtestSentence}</p>${
    backtest.length === 0
      ? null
      : table(
          ['backtest at', 'fitted on', 'predicted', ...estimateHead.map((head) => (head === 'value' ? 'observed' : head))],
          backtest.map((date) => [
            date.asOf,
            date.trainedOn,
            `${(100 * date.predicted).toFixed(1)} %`,
            ...estimateCells(date.observed, 'share'),
          ]),
        )
  }${warningsIn([{ warnings }, calibration])}`;
}

function challenger({ kind, auc, terms, sentence, warnings }: CallOutput<'run-challenger'>): Html {
  return html`<p>${sentence}</p>${
    auc &&
    table(
      ['AUC out of fold', ...estimateHead],
      [
        ['The score', ...estimateCells(auc.current)],
        [`Logistic regression with ${kind}, ${terms} terms`, ...estimateCells(auc.suggested)],
        ['Difference', ...estimateCells(auc.difference)],
      ],
    )
  }${warningsIn([{ warnings }])}`;
}

const rangeText = (range: Interval | null, text: (value: number) => string) => range && `${text(range[0])} to ${text(range[1])}`;

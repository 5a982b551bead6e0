import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { EvidenceBasis } from '../../../../shared/contract/evidenceBasis.ts';
import { withheldBand } from '../../../../shared/scoring/bandOf.ts';
import type { Opening } from '../../proof/openings.ts';
import { estimateCells, estimateHead, warningsIn } from './estimateCells.ts';
import { Html, html, table } from './html.ts';
import type { LatestRuns } from './latestRuns.ts';
import { rateFigure } from './rateFigure.ts';
import { runSections } from './runSections.ts';

/** Everything a page says. */
export interface PageContent {
  study: string;
  writtenOn: string;
  score: CallOutput<'measure-score'>;
  slices: CallOutput<'measure-slices'>;
  metrics: CallOutput<'measure-metrics'>;
  openings: readonly Opening[];
  runs: LatestRuns;
}

/** Policy that lets nothing run or be loaded, wherever the page is opened. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";
const style = new Html(`body{font:14px/1.45 system-ui,sans-serif;color:#222;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:1.8rem}table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{padding:.2rem .5rem;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}th.number,td.number{text-align:right}svg text{font-size:11px}
@media print{body{margin:0;max-width:none}}`);

/** One page of evidence: self-contained, no scripts, every number with its n, interval and method. */
export function evidencePage(content: PageContent): string {
  const { score, study, writtenOn } = content;
  const title = `${score.scorer.name} against "${score.basis.outcome.name}"`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1><p>Study ${study}, written ${writtenOn}. Intervals are two-sided, 95 %. A score of 100 is healthiest.</p>
${basisSection(score.basis, content.openings)}${scoreSection(score)}${bandSection(score)}${sliceSection(content.slices)}${metricSection(content.metrics)}${runSections(content.runs)}
</body></html>
`.text;
}

function basisSection({ outcome, set, gate, notes, seed, dataFingerprint }: EvidenceBasis, openings: readonly Opening[]): Html {
  const { confirmation } = set;
  const kept =
    confirmation.share === null
      ? `all of ${confirmation.from}`
      : `${100 * confirmation.share} % of the accounts, drawn by a hash of their keys`;
  const opened = openings.map(({ at, version }) => html`<li>${at.slice(0, 10)}: ${version}</li>`);
  return html`<h2>What it stands on</h2>
<p>${set.observations} observations of ${set.accounts} accounts, as-of dates ${set.from} to ${set.to}; ${set.events} observations and ${set.eventAccounts} accounts with the outcome.
The outcome is looked for ${outcome.leadDays} to ${outcome.leadDays + outcome.horizonDays} days after the as-of date.</p>
<p>Confirmation set, in none of the numbers below: ${kept}, ${confirmation.observations} observations, opened ${openings.length} times.</p><ul>${opened}</ul>
<p>${gate.sentence} ${gate.next?.sentence ?? null}</p>${notes.map((note) => html`<p>${note}</p>`)}
<p>Seed ${seed}; data ${dataFingerprint}.</p>`;
}

function scoreSection({ scorer, against, score, other, difference }: PageContent['score']): Html {
  const lines = (name: string, one: typeof score) => [
    [`AUC, ${name}`, ...estimateCells(one.auc)],
    [`KS, ${name}`, ...estimateCells(one.ks?.estimate ?? null)],
    [`Lift of the worst tenth, ${name}`, ...estimateCells(one.liftWorstTenth)],
    ...(one.spearman ? [[`Rank correlation, ${name}`, ...estimateCells(one.spearman)]] : []),
    ...(one.calibration
      ? [
          [`Brier out of fold, ${name}`, ...estimateCells(one.calibration.brier)],
          [`Calibration slope out of fold, ${name}`, ...estimateCells(one.calibration.slope)],
          [`Predicted minus observed out of fold, ${name}`, ...estimateCells(one.calibration.inTheLarge)],
        ]
      : []),
  ];
  const shown = [
    ...[score, score.calibration, score.auc, score.ks?.estimate, score.liftWorstTenth],
    ...[other, other?.calibration, other?.auc, difference?.auc],
  ];
  return html`<h2>The score</h2>${table(
    ['', ...estimateHead],
    [
      ...lines(scorer.name, score),
      ...(other && against ? lines(against.name, other) : []),
      ...(difference?.auc ? [[`Difference of AUC`, ...estimateCells(difference.auc)]] : []),
    ],
  )}
<p>${difference?.sentence ?? null} ${score.withoutCalibration}</p>${warningsIn(shown)}
${rateFigure(score, 'Outcome rate by score, with intervals')}`;
}

function bandSection({ score, basis }: PageContent['score']): Html {
  const shown = basis.outcome.kind === 'number' ? 'plain' : 'share';
  const bands = score.bands.filter(({ band, observations }) => band !== withheldBand || observations > 0);
  return html`<h2>Bands</h2>${table(
    ['band', ...estimateHead],
    bands.map(({ name, rate }) => [name, ...estimateCells(rate, shown)]),
  )}`;
}

function sliceSection({ slices }: PageContent['slices']): Html {
  return html`<h2>Segments, treated accounts, missing data</h2>${table(
    ['AUC among', ...estimateHead],
    slices.map(({ name, slice }) => [name, ...estimateCells(slice.auc ?? slice.spearman)]),
  )}${slices.flatMap(({ name, sentence }) => (sentence ? [html`<p>${name}: ${sentence}</p>`] : []))}`;
}

function metricSection({ metrics, redundancy, basis }: PageContent['metrics']): Html {
  const doubts = metrics.flatMap(({ name, suspicions }) => suspicions.map(({ sentence }) => html`<li>${name}: ${sentence}</li>`));
  const shown = basis.outcome.kind === 'number' ? 'plain' : 'share';
  return html`<h2>The metrics</h2>${table(
    ['AUC (below 0.5: low values go with it)', ...estimateHead],
    metrics.map(({ name, auc, spearman }) => [name, ...estimateCells(auc ?? spearman)]),
  )}${table(
    ['where it is missing', ...estimateHead],
    metrics.filter(({ missing }) => missing > 0).map(({ name, missingRate }) => [name, ...estimateCells(missingRate.rate, shown)]),
  )}${table(
    ['information value', ...estimateHead, 'by chance up to', 'bins'],
    metrics.map(({ name, informationValue }) => [
      name,
      ...estimateCells(informationValue),
      informationValue?.nullLine?.toFixed(3) ?? null,
      informationValue?.bins ?? null,
    ]),
  )}<p>The information value reads too high by what noise adds, its interval does not; 95 % of metrics without a link stay below the line beside it.</p>${table(
    ['link with the outcome', 'p', 'q', 'test'],
    metrics.map(({ name, pValue, qValue, test }) => [name, shownChance(pValue), shownChance(qValue), test]),
  )}<p>q: over ${metrics.length} metrics.</p>
<ul>${redundancy.map(({ sentence }) => html`<li>${sentence}</li>`)}${doubts}</ul>`;
}

const shownChance = (chance: number | null) => (chance === null ? null : chance < 0.001 ? '<0.001' : chance.toFixed(3));

import { verdictOf } from '../../../../shared/calibration/verdictOf.ts';
import { aucEstimate } from '../../../../shared/stats/aucEstimate.ts';
import { readOpenings } from '../../proof/openings.ts';
import { calibrationRows } from '../calibrationRows.ts';
import { scoresOf } from '../Evidence.ts';
import { judge } from '../JudgedScores.ts';
import type { RowScores } from '../rowScores.ts';
import { bandRates } from '../scorePerformance.ts';
import type { Run } from './makeRun.ts';

/** A saved version on the confirmation set, which is opened for it and counted; against a second score, paired. */
export const confirmVersion: Run<'confirm-version'> = {
  takes: 'nothing',
  async make({ version, against }, { evidence, openConfirmation }) {
    const { context, proof } = evidence;
    // Both are resolved before anything is opened: a name that is wrong must not cost an opening.
    await scoresOf(evidence, { version });
    if (against) await scoresOf(evidence, against);
    const { rows, opening } = await openConfirmation(version);
    const openings = (await readOpenings(context.session.store, proof.confirmationKey)).length;
    const calibration = calibrationRows(evidence, rows);
    const scores = await scoresOf(evidence, { version }, rows);
    const other = against ? await scoresOf(evidence, against, rows) : null;
    const auc = ({ scores: values }: RowScores) => aucEstimate({ values, ...calibration }, { eventsLie: 'low', ...evidence.resampling });
    return {
      version: scores.name,
      against: other?.name ?? null,
      openings,
      auc: auc(scores),
      otherAuc: other && auc(other),
      bands: bandRates(judge(evidence, scores, () => true, rows)).map(({ from: _, to: __, ...band }) => band),
      verdict: other
        ? verdictOf(calibration, other.scores, scores.scores, {
            ...evidence.resampling,
            names: { score: scores.name.name, against: other.name.name },
            opening,
          })
        : {
            ...{ id: 'not-compared', headline: 'Not compared', opening, difference: null, eventAccounts: null },
            reason: `The confirmation set says how well ${scores.name.name} does by itself; name a second score to say whether it does better.`,
          },
    };
  },
};

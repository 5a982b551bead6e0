import { useMemo } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { Curve } from '../../../../shared/model/curve.ts';
import { describeCurve } from '../../../charts/describeCurve.ts';
import { Button } from '../../../parts/Button.tsx';
import { useNotices } from '../../../state/noticeStore.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { baseScope, type Scope, setCurve } from '../../model/edit/scope.ts';
import { updateNode } from '../../model/edit/tree.ts';
import { warningTexts } from '../estimateText.ts';
import type { EvidenceScope } from '../evidenceScope.ts';
import { FitBar } from '../fits/FitBar.tsx';
import { useFit } from '../fits/useFit.ts';
import { WarningNotes } from '../WarningNotes.tsx';
import styles from './CurveActions.module.css';
import { stepsFromBins } from './stepsFromBins.ts';
import { whyNoCurve } from './whyNoCurve.ts';

interface CurveActionsProps {
  scope: EvidenceScope;
  metric: CallOutput<'measure-metric'>;
  onCuts: (cuts: readonly number[]) => void;
}

/** From the bins to the draft's curve: those in sight as steps (of the segment they were counted in), or the monotone ones the data support; each one undoable step. */
export function CurveActions({ scope: { editor, model, outcome, set, gate, part }, metric, onCuts }: CurveActionsProps) {
  const { places, name, bins, cuts } = metric;
  const wanted = useMemo(() => ({ metric: metric.metric, outcome: outcome.id }), [metric.metric, outcome.id]);
  const fit = useFit('suggest-curve', wanted);
  const suggested = fit.value && !fit.stale ? fit.value : null;
  const refused = whyNoCurve(metric, part);
  const steps = refused === null ? stepsFromBins(bins, cuts, outcome.polarity) : null;
  const isPart = part.segment !== undefined || part.treated !== undefined;
  const own = model.segments.find(({ id }) => id === part.segment);
  const take = (curve: Curve, where: Scope) => {
    const curveFrom = { outcome: outcome.id, on: set.to };
    editor.change(`curve of ${name}`, (before) =>
      places.reduce(
        (next, { leaf }) => updateNode(setCurve(next, where, leaf, curve), leaf, 'metric', (node) => ({ ...node, curveFrom })),
        before,
      ),
    );
    useNotices.getState().tell(`${name} earns points by the new curve in the draft.`, { label: 'Undo', run: useStudy.getState().undo });
  };
  if (places.length === 0)
    return (
      <p className={styles.secondary}>
        {name} is not in the tree of {model.name}; put it there on the Model screen to give it a curve.
      </p>
    );
  if (metric.valueType === 'category') return <p className={styles.secondary}>The points of each category are set on the Model screen.</p>;
  return (
    <div className={styles.actions}>
      <div className={styles.row}>
        <Button disabled={!steps} onClick={() => steps && take(steps, own ? { kind: 'segment', id: own.id } : baseScope)}>
          Use these bins as the curve{own && ` of ${own.name}`}
        </Button>
        {refused && <p className={styles.secondary}>{refused}</p>}
      </div>
      <FitBar
        fit={fit}
        gate={gate}
        needs="full"
        action={isPart ? 'Suggest a curve from all accounts' : 'Suggest a curve'}
        label={`Binning ${name}`}
      />
      {suggested && (
        <div className={styles.suggested}>
          <p>{suggested.sentence}</p>
          {suggested.curve && <p className={styles.secondary}>{describeCurve(suggested.curve, metric.unit)}</p>}
          <WarningNotes label="About the suggested curve" sentences={warningTexts(suggested.warnings)} />
          {suggested.curve && (
            <div className={styles.row}>
              {suggested.curve.kind === 'steps' && (
                <Button onClick={() => suggested.curve?.kind === 'steps' && onCuts(suggested.curve.cuts)}>Show its bins</Button>
              )}
              <Button tone="primary" onClick={() => suggested.curve && take(suggested.curve, baseScope)}>
                Make it the draft’s curve
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

import { useMemo, useState } from 'react';
import { mostAnchoredWeights } from '../../../../shared/calibration/gates.ts';
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { Button } from '../../../parts/Button.tsx';
import { Choice } from '../../../parts/Choice.tsx';
import { useNotices } from '../../../state/noticeStore.ts';
import { sameContent } from '../../../state/sameContent.ts';
import { useStudy } from '../../../state/studyStore.ts';
import type { EvidenceScope } from '../evidenceScope.ts';
import { FitBar } from '../fits/FitBar.tsx';
import { useFits } from '../fits/fitStore.ts';
import { RunLine } from '../fits/RunLine.tsx';
import { useFit } from '../fits/useFit.ts';
import { allows } from '../gateNames.ts';
import { PolarityNote } from '../PolarityNote.tsx';
import section from '../section.module.css';
import { HeldOutTable } from './HeldOutTable.tsx';
import { SuggestionVerdict } from './SuggestionVerdict.tsx';
import { takeWeights } from './takeWeights.ts';
import { UnfinishedNote } from './UnfinishedNote.tsx';
import { WeightsReasons } from './WeightsReasons.tsx';
import { WeightsTable } from './WeightsTable.tsx';
import { type Bounds, heaviest, nodesAt } from './weightNodes.ts';

type Level = 'metrics' | 'dimensions';

/** Weights the evidence would support: asked for with bounds and locks, shown against the current ones, made the draft by one step. */
export function WeightsTab({ scope }: { scope: EvidenceScope }) {
  const { outcome, model, gate, editor } = scope;
  const before = useFits(({ fits }) => fits['suggest-weights']?.input);
  const [level, setLevel] = useState<Level>(before?.level ?? (allows(gate, 'full') ? 'metrics' : 'dimensions'));
  const [bounds, setBounds] = useState<Bounds>(before?.bounds ?? {});
  const [free, setFree] = useState<readonly string[] | null>(before?.free ?? null);
  const nodes = useMemo(() => nodesAt(model, level, editor.metricOf), [model, level, editor.metricOf]);
  const wanted = useMemo((): CallInput<'suggest-weights'> => {
    const known = new Set(nodes.map(({ id }) => id));
    const kept = Object.fromEntries(Object.entries(bounds).filter(([id]) => known.has(id)));
    return { outcome: outcome.id, model, level, bounds: kept, ...(free && { free: free.filter((id) => known.has(id)) }) };
  }, [outcome.id, model, level, bounds, free, nodes]);
  const fit = useFit('suggest-weights', wanted);
  const { partial } = fit;
  // What is ready of the answer to what is wanted now takes the place of the one before.
  const answer = partial ? null : fit.value;
  const shown = partial ?? answer?.suggestion ?? null;
  const taken = answer?.suggestion.model ? takeWeights(model, answer.suggestion.model) : null;
  // A suggestion with the confirmation set open answers the same question as one with it closed.
  const isStale = answer !== null && !sameContent({ ...fit.input, openConfirmation: undefined }, wanted);
  const isTaken = taken !== null && sameContent(taken, model, 1e-9);
  const take = () => {
    editor.change('suggested weights', () => taken ?? model);
    useNotices.getState().tell('The draft has the suggested weights.', { label: 'Undo', run: useStudy.getState().undo });
  };

  return (
    <div className={section.tab}>
      <div className={section.row}>
        <Choice
          label="Which weights may move"
          value={level}
          options={[
            { value: 'metrics', label: 'Metrics' },
            { value: 'dimensions', label: 'Dimensions' },
          ]}
          onChange={(next) => {
            setLevel(next);
            setFree(
              next === 'metrics' && !allows(gate, 'full') ? heaviest(nodesAt(model, next, editor.metricOf), mostAnchoredWeights) : null,
            );
          }}
        />
        <FitBar
          fit={{ ...fit, stale: isStale && !isTaken }}
          gate={gate}
          needs="anchored"
          action="Suggest weights"
          label="Fitting weights"
        />
      </div>
      <PolarityNote outcome={outcome} />
      {partial && <UnfinishedNote {...partial} />}
      {answer && <SuggestionVerdict verdict={answer.verdict} asked={fit.input ?? wanted} set={scope.set} />}
      {answer?.suggestion.model && (
        <div className={section.row}>
          <Button tone="primary" disabled={isTaken} onClick={take}>
            Make it the draft
          </Button>
          <span className={section.secondary}>
            {isTaken ? 'The draft has these weights; Undo takes them back.' : 'One step that can be undone; nothing changes by itself.'}
          </span>
        </div>
      )}
      <WeightsTable
        nodes={nodes}
        suggestion={shown?.level === level ? shown : null}
        hasRanges={partial?.hasRanges ?? true}
        bounds={bounds}
        onBounds={setBounds}
        free={free}
        onFree={allows(gate, 'full') ? null : setFree}
        most={mostAnchoredWeights}
        editor={editor}
      />
      {answer && <HeldOutTable suggestion={answer.suggestion} />}
      {answer && <WeightsReasons suggestion={answer.suggestion} />}
      {answer && <RunLine run={answer.run} basis={answer.basis} />}
    </div>
  );
}

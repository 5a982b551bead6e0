import { useMemo, useState } from 'react';
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { NumberField } from '../../../parts/NumberField.tsx';
import { useNotices } from '../../../state/noticeStore.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { moveCut } from '../../model/edit/bands.ts';
import { baseScope, setCuts } from '../../model/edit/scope.ts';
import { warningTexts } from '../estimateText.ts';
import type { EvidenceScope } from '../evidenceScope.ts';
import { FitBar } from '../fits/FitBar.tsx';
import { useFits } from '../fits/fitStore.ts';
import { RunLine } from '../fits/RunLine.tsx';
import { useFit } from '../fits/useFit.ts';
import { PolarityNote } from '../PolarityNote.tsx';
import section from '../section.module.css';
import { WarningNotes } from '../WarningNotes.tsx';
import { BandRates } from './BandRates.tsx';
import styles from './ThresholdsTab.module.css';
import { ThresholdsTable } from './ThresholdsTable.tsx';

type Wishes = Pick<CallInput<'suggest-thresholds'>, 'costRatio' | 'capacity' | 'targetShare' | 'separation'>;

/** Edges of the worst band that the evidence would support, each by another wish, with its range and the rates it would give. */
export function ThresholdsTab({ scope }: { scope: EvidenceScope }) {
  const { outcome, model, gate, editor } = scope;
  const before = useFits(({ fits }) => fits['suggest-thresholds']?.input);
  const [wishes, setWishes] = useState<Wishes>(
    before
      ? { costRatio: before.costRatio, capacity: before.capacity, targetShare: before.targetShare, separation: before.separation }
      : {},
  );
  const wanted = useMemo(() => ({ outcome: outcome.id, model, ...wishes }), [outcome.id, model, wishes]);
  const fit = useFit('suggest-thresholds', wanted);
  const answer = fit.value;
  const worst = model.bands[0]?.name ?? 'the worst band';
  const wish = (change: Wishes) => setWishes((now) => ({ ...now, ...change }));
  const take = (threshold: number) => {
    editor.change(`edge of ${worst}`, (now) => setCuts(now, baseScope, moveCut(now.cuts, 0, threshold)));
    useNotices
      .getState()
      .tell(`${worst} reaches up to ${threshold.toFixed(1)} in the draft.`, { label: 'Undo', run: useStudy.getState().undo });
  };
  return (
    <div className={section.tab}>
      <div className={styles.wishes}>
        <NumberField
          label="A missed event costs, in needless interventions"
          value={wishes.costRatio ?? 5}
          min={0.1}
          onChange={(costRatio) => costRatio !== null && wish({ costRatio })}
        />
        <NumberField
          label="Accounts the team can work"
          optional
          min={1}
          value={wishes.capacity ?? null}
          onChange={(capacity) => wish({ capacity: capacity === null ? undefined : Math.round(capacity) })}
        />
        <NumberField
          label={`Share of accounts in ${worst}`}
          optional
          unit="%"
          min={0.1}
          max={99.9}
          value={wishes.targetShare === undefined ? null : Number((wishes.targetShare * 100).toFixed(4))}
          onChange={(share) => wish({ targetShare: share === null ? undefined : share / 100 })}
        />
        <NumberField
          label="Rate below over rate above, wanted"
          optional
          unit="×"
          min={1.01}
          step={0.5}
          value={wishes.separation ?? null}
          onChange={(separation) => wish({ separation: separation ?? undefined })}
        />
      </div>
      <FitBar fit={fit} gate={gate} needs="anchored" action="Suggest thresholds" label="Choosing thresholds" />
      {answer && (
        <>
          <WarningNotes
            label="To know about these thresholds"
            sentences={warningTexts(answer.warnings, ...answer.ways.map(({ warnings }) => warnings))}
          />
          <PolarityNote outcome={outcome} />
          <ThresholdsTable ways={answer.ways} current={model.cuts[0] ?? null} worst={worst} onTake={model.cuts.length > 0 ? take : null} />
          <BandRates title="The bands as they are" rates={answer.current} outcome={outcome} bands={model.bands} />
          {answer.suggested && (
            <BandRates
              title={`The bands with ${answer.ways.find(({ way }) => way === answer.suggested?.way)?.name ?? 'this threshold'} as the edge of ${worst}`}
              rates={answer.suggested.bands}
              outcome={outcome}
              bands={model.bands}
            />
          )}
          <RunLine run={answer.run} basis={answer.basis} />
        </>
      )}
    </div>
  );
}

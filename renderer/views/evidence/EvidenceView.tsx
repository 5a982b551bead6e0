import { baseSegment } from '../../../shared/scoring/bandOf.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { useStudy } from '../../state/studyStore.ts';
import { useCall } from '../../state/useCall.ts';
import { useView } from '../../state/viewStore.ts';
import { useModelEditor } from '../model/useModelEditor.ts';
import { useSelection } from '../sources/sourcesStore.ts';
import { ChallengerTab } from './challenger/ChallengerTab.tsx';
import { EvidenceHead } from './EvidenceHead.tsx';
import styles from './EvidenceView.module.css';
import type { EvidenceScope } from './evidenceScope.ts';
import { useEvidence } from './evidenceStore.ts';
import { evidenceTabs } from './evidenceTabs.ts';
import { MetricsTab } from './metrics/MetricsTab.tsx';
import { ProbabilityTab } from './probability/ProbabilityTab.tsx';
import { ScoreTab } from './score/ScoreTab.tsx';
import { ThresholdsTab } from './thresholds/ThresholdsTab.tsx';
import { useEvidenceCommands } from './useEvidenceCommands.ts';
import { WeightsTab } from './weights/WeightsTab.tsx';
import { WrongTab } from './wrong/WrongTab.tsx';

const contents = {
  metrics: MetricsTab,
  score: ScoreTab,
  wrong: WrongTab,
  weights: WeightsTab,
  thresholds: ThresholdsTab,
  probability: ProbabilityTab,
  challenger: ChallengerTab,
};

/** Evidence: does each metric, and the score, go with what happened; and what would the evidence support? */
export function EvidenceView() {
  const outcomes = useStudy(({ draft }) => draft.definition.outcomes);
  const editor = useModelEditor();
  const goTo = useView((state) => state.goTo);
  const { tab, show, outcome: chosen, segment, treated, openings } = useEvidence();
  const asked = outcomes.length > 0 && editor ? {} : null;
  const { value, failure, progress, cancel } = useCall('describe-proof', asked, [openings]);
  useEvidenceCommands(outcomes.length > 0 && editor !== null);
  const proof = value?.outcomes.find(({ outcome }) => outcome.id === chosen) ?? value?.outcomes[0];

  if (outcomes.length === 0) {
    const toOutcomes = () => {
      useSelection.getState().select({ kind: 'part', part: 'outcomes' });
      goTo('sources');
    };
    return (
      <Panel title="Evidence">
        <EmptyState
          title="Nothing says yet what happened afterwards"
          actions={
            <Button tone="primary" onClick={toOutcomes}>
              Define an outcome
            </Button>
          }
        >
          Evidence holds every metric, and the score, against an outcome: churned, renewed, expanded, or a number that came later. Say on
          the Sources screen where that is written and how long after the as-of date it counts.
        </EmptyState>
      </Panel>
    );
  }
  if (!editor) {
    return (
      <Panel title="Evidence">
        <EmptyState
          title="There is no model to hold against the outcomes yet"
          actions={
            <Button tone="primary" onClick={() => goTo('model')}>
              Go to Model
            </Button>
          }
        >
          Start from a template on the Model screen, or build a tree of weighted metrics there.
        </EmptyState>
      </Panel>
    );
  }
  if (!value || !proof) {
    return (
      <Panel title="Evidence">
        <FailureNote failure={failure} />
        <ProgressLine label="Observing every as-of date" progress={progress} onCancel={cancel} />
      </Panel>
    );
  }
  const Content = contents[tab];
  const knownSegments = [baseSegment, ...editor.model.segments.map(({ id }) => id)];
  const scope: EvidenceScope | null = proof.set && {
    outcomes: value.outcomes,
    outcome: proof.outcome,
    set: proof.set,
    gate: proof.gate,
    editor,
    model: editor.model,
    part: { ...(segment && knownSegments.includes(segment) && { segment }), ...(treated && proof.treated && { treated }) },
  };
  return (
    <div className={styles.evidence}>
      <EvidenceHead outcomes={value.outcomes} proof={proof} model={editor.model} />
      <FailureNote failure={failure} />
      {scope ? (
        <section className={styles.tabs} aria-label={`Evidence on ${proof.outcome.name}`}>
          <Tabs label="Evidence" tabs={evidenceTabs} current={tab} onChange={show}>
            <Content key={proof.outcome.id} scope={scope} />
          </Tabs>
        </section>
      ) : (
        <Panel title={proof.outcome.name}>
          <EmptyState
            title="No observation has a known outcome yet"
            actions={<Button onClick={() => goTo('sources')}>Go to Sources</Button>}
          >
            The horizon of every as-of date reaches beyond what the data can tell. Add earlier as-of dates, shorten the horizon, or import
            newer data.
          </EmptyState>
        </Panel>
      )}
    </div>
  );
}

import type { ComponentType } from 'react';
import { AccountEditor } from './definition/AccountEditor.tsx';
import { AsOfEditor } from './definition/AsOfEditor.tsx';
import { GivenScoresEditor } from './definition/GivenScoresEditor.tsx';
import { InterventionsEditor } from './definition/InterventionsEditor.tsx';
import { MetricsEditor } from './definition/MetricsEditor.tsx';
import { OutcomesEditor } from './definition/OutcomesEditor.tsx';
import { PopulationEditor } from './definition/PopulationEditor.tsx';
import { ReportPanel } from './report/ReportPanel.tsx';
import type { DefinitionPart } from './sourcesStore.ts';

const editors: Record<DefinitionPart, ComponentType> = {
  report: ReportPanel,
  account: AccountEditor,
  metrics: MetricsEditor,
  outcomes: OutcomesEditor,
  population: PopulationEditor,
  'as-of': AsOfEditor,
  given: GivenScoresEditor,
  interventions: InterventionsEditor,
};

/** The editor of one part of the definition. */
export function PartDetail({ part }: { part: DefinitionPart }) {
  const Editor = editors[part];
  return <Editor />;
}

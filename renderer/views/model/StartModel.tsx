import { Panel } from '../../parts/Panel.tsx';
import { TemplateChooser } from './TemplateChooser.tsx';

/** The Model screen of a study without a model: templates to start from. */
export function StartModel() {
  return (
    <Panel title="Start a model" about="a tree of weighted metrics, their curves, and bands">
      <TemplateChooser onDone={() => undefined} />
    </Panel>
  );
}

import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useView } from '../../state/viewStore.ts';
import { useDraftModel } from './currentModel.ts';
import { WhatIfScreen } from './WhatIfScreen.tsx';

/** Move weights and watch the whole book shift; or what to do while there is no model. */
export function WhatIfView() {
  const hasModel = useDraftModel((model) => model !== null);
  const goTo = useView((state) => state.goTo);
  if (hasModel) return <WhatIfScreen />;
  return (
    <Panel title="What-if">
      <EmptyState
        title="There is no model to move yet"
        actions={
          <Button tone="primary" onClick={() => goTo('model')}>
            Go to Model
          </Button>
        }
      >
        Start from a template on the Model screen, or build a tree of weighted metrics there. Then every weight, curve and band edge can be
        moved here, and the whole book answers.
      </EmptyState>
    </Panel>
  );
}

import { gates } from '../../../../shared/calibration/gates.ts';
import type { Gate, GateLevel } from '../../../../shared/contract/evidenceBasis.ts';
import { countText, numberText } from '../../../charts/numberText.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { allows } from '../gateNames.ts';
import styles from './FitBar.module.css';
import type { FitName } from './fitStore.ts';
import type { FitControl } from './useFit.ts';

interface FitBarProps {
  fit: Pick<FitControl<FitName>, 'value' | 'failure' | 'progress' | 'stale' | 'cancel'> & { start: () => Promise<unknown> };
  gate: Gate;
  /** The gate that must be open. */
  needs: GateLevel;
  /** What the button does: "Suggest weights". */
  action: string;
  /** What is being done while it runs. */
  label: string;
}

/** Starts a fit, shows how far it has come, and says why there is none: a gate that is closed, a failure, an answer to an older question. */
export function FitBar({ fit, gate, needs, action, label }: FitBarProps) {
  const open = allows(gate, needs);
  return (
    <div className={styles.bar}>
      <Button
        tone={fit.value && !fit.stale ? 'plain' : 'primary'}
        disabled={!open || fit.progress !== null}
        onClick={() => void fit.start()}
      >
        {fit.value ? `${action} again` : action}
      </Button>
      <ProgressLine label={label} progress={fit.progress} onCancel={fit.cancel} />
      {!open && (
        <p>
          {gate.events < eventsFor(needs)
            ? `Too few events: this takes ${countText(eventsFor(needs), 'account')} with the outcome and as many without, and the scarcer side has ${numberText(gate.events)}.`
            : gate.sentence}
        </p>
      )}
      {fit.stale && <p className={styles.stale}>The draft, the outcome or a setting changed since these numbers were made.</p>}
      <FailureNote failure={fit.failure?.code === 'cancelled' ? null : fit.failure} />
    </div>
  );
}

const eventsFor = (level: GateLevel) => gates.find((gate) => gate.level === level)?.atEvents ?? 0;

import type { Model } from '../../../shared/model/model.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { WhyPanel } from '../book/WhyPanel.tsx';
import styles from './AccountDialog.module.css';
import { ReachPanel } from './ReachPanel.tsx';

interface AccountDialogProps {
  account: string;
  model: Model;
  asOf: string;
  currency: string | null;
  onClose: () => void;
}

/** One account under the draft: why it scores as it does, and what would bring it to another band. */
export function AccountDialog({ account, model, asOf, currency, onClose }: AccountDialogProps) {
  return (
    <Dialog title="One account under the draft" onClose={onClose} size="wide">
      <div className={styles.columns}>
        <WhyPanel account={account} model={model} scored={{ model: model.id, asOf }} currency={currency} />
        <ReachPanel account={account} model={model} asOf={asOf} />
      </div>
    </Dialog>
  );
}

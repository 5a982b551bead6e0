import { Dialog } from '../../parts/Dialog.tsx';
import { TemplateChooser } from './TemplateChooser.tsx';

/** Another model for the study, from a template or empty. */
export function TemplateDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="New model" size="wide" onClose={onClose}>
      <TemplateChooser onDone={onClose} />
    </Dialog>
  );
}

import { useState } from 'react';
import { freeIdentifier, identifierFrom } from '../../../../shared/model/identifier.ts';
import type { ImportWishes } from '../../../../shared/model/source.ts';
import { countText, numberText } from '../../../charts/numberText.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { useImports, type WaitingFile } from '../../../state/importStore.ts';
import { useCall } from '../../../state/useCall.ts';
import { fileName, useSourceActions } from '../../../state/useSourceActions.ts';
import { useSources } from '../../../state/useSources.ts';
import { useSelection } from '../sourcesStore.ts';
import { repeatedNames, shownPlan, unansweredDates, withColumn, withReading } from './importWishes.ts';
import { PreviewColumns } from './PreviewColumns.tsx';
import styles from './PreviewDialog.module.css';
import { PreviewReading } from './PreviewReading.tsx';
import { PreviewTarget, type Target } from './PreviewTarget.tsx';

/** The first file that waits for a look. */
export function PreviewDialog() {
  const file = useImports(({ waiting }) => waiting[0]);
  return file && <Preview key={file.path} file={file} />;
}

/** What would be read from a file, before anything is imported, and everything about it that can be said otherwise. */
function Preview({ file }: { file: WaitingFile }) {
  const sources = useSources();
  const leave = useImports((state) => state.leaveFirst);
  const behind = useImports(({ waiting }) => waiting.length - 1);
  const { importFile } = useSourceActions();
  const select = useSelection((state) => state.select);
  const refreshed = sources.find(({ id }) => id === file.refreshes);
  const [wishes, setWishes] = useState<ImportWishes>(refreshed?.plan ?? {});
  const [answered, setAnswered] = useState<ReadonlySet<string>>(
    new Set(refreshed?.plan.columns.filter((one) => one.dateOrder).map((one) => one.header)),
  );
  const [target, setTarget] = useState<Target>(() => ({
    name:
      refreshed?.name ??
      fileName(file.path)
        .replace(/(\.gz)?$/i, '')
        .replace(/\.\w+$/, ''),
    refreshes: file.refreshes,
    exportedOn: '',
  }));
  const { value: inspection, failure, progress, cancel } = useCall('inspect-file', { path: file.path, plan: wishes });
  const plan = inspection && shownPlan(inspection, wishes);
  const unanswered = inspection && plan ? unansweredDates(inspection, plan, answered) : [];
  const repeated = plan ? repeatedNames(plan) : [];
  const nothingKept = plan !== null && !plan.columns.some((column) => column.keep);
  const close = () => {
    cancel();
    leave();
  };
  const run = async () => {
    if (!plan) return;
    const as =
      target.refreshes ??
      freeIdentifier(
        identifierFrom(target.name),
        sources.map(({ id }) => id),
      );
    leave();
    const imported = await importFile({ path: file.path, as, name: target.name, plan, exportedOn: target.exportedOn || undefined });
    if (imported) select({ kind: 'source', id: imported.id });
  };
  const wrong =
    (unanswered.length > 0 && `Say how the dates of ${unanswered.join(', ')} are written: they fit two orders.`) ||
    (repeated.length > 0 && `Two columns are named ${repeated.join(', ')}; rename one.`) ||
    (nothingKept && 'Keep at least one column.') ||
    (target.name.trim() === '' && 'Give the source a name.');

  return (
    <Dialog
      size="wide"
      title={`Import ${fileName(file.path)}`}
      about={inspection ? `${bytesText(inspection.bytes)} · ${file.path}` : file.path}
      onClose={close}
      actions={
        <>
          <span className={styles.wrong} role="status">
            {wrong || (behind > 0 ? `${countText(behind, 'more file')} to look at afterwards` : '')}
          </span>
          <Button onClick={close}>Leave it</Button>
          <Button tone="primary" disabled={!plan || Boolean(wrong) || failure !== null} onClick={() => void run()}>
            {target.refreshes ? 'Refresh' : 'Import'}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <FailureNote failure={failure} />
        <ProgressLine label="Reading the beginning of the file" progress={progress} onCancel={close} />
        {inspection && plan && (
          <>
            {inspection.notices.length > 0 && (
              <ul className={styles.notices}>
                {inspection.notices.map((notice) => (
                  <li key={notice}>{notice}</li>
                ))}
              </ul>
            )}
            <PreviewTarget target={target} sources={sources} onChange={setTarget} />
            <PreviewReading inspection={inspection} plan={plan} onChange={(change) => setWishes(withReading(wishes, change))} />
            <PreviewColumns
              inspection={inspection}
              plan={plan}
              unanswered={unanswered}
              onChange={(index, change) => {
                const header = plan.columns[index]!.header;
                if (change.dateOrder) setAnswered(new Set([...answered, header]));
                setWishes(withColumn(wishes, plan, index, change));
              }}
            />
            <p className={styles.hint}>
              Judged from the first {countText(inspection.sampledRecords, 'record')}. A cell that does not convert becomes missing and is
              listed. A row is rejected when its structure is broken, or when the key or date that the study needs of it cannot be read.
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}

function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 ** 2 ? `${numberText(bytes / 1024)} KB` : `${numberText(bytes / 1024 ** 2, 1)} MB`;
}

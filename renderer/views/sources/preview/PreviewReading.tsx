import type { Inspection } from '../../../../shared/contract/sourceCalls.ts';
import type { ImportPlan, ImportWishes, TextEncoding } from '../../../../shared/model/source.ts';
import { Checkbox } from '../../../parts/Checkbox.tsx';
import { NumberField } from '../../../parts/NumberField.tsx';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import styles from './PreviewDialog.module.css';

interface PreviewReadingProps {
  inspection: Inspection;
  plan: ImportPlan;
  onChange: (change: Omit<ImportWishes, 'columns'>) => void;
}

const delimiters = [
  { value: ',', label: 'comma ,' },
  { value: ';', label: 'semicolon ;' },
  { value: '\t', label: 'tab' },
  { value: '|', label: 'bar |' },
];

const encodings: readonly { value: TextEncoding; label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'windows-1252', label: 'Windows-1252' },
  { value: 'latin-1', label: 'Latin-1' },
];

/** How the file is cut into cells, as far as its format has a say in it. */
export function PreviewReading({ inspection, plan, onChange }: PreviewReadingProps) {
  const isText = plan.format === 'csv';
  const hasHeader = isText || plan.format === 'xlsx';
  return (
    <div className={styles.reading}>
      {isText && (
        <>
          <Select label="Delimiter" value={plan.delimiter} options={delimiters} onChange={(delimiter) => onChange({ delimiter })} />
          <Select label="Encoding" value={plan.encoding} options={encodings} onChange={(encoding) => onChange({ encoding })} />
          <NumberField
            label="Lines before the header"
            value={plan.skipLines}
            min={0}
            onChange={(lines) => onChange({ skipLines: lines ?? 0 })}
          />
        </>
      )}
      {inspection.sheets.length > 0 && (
        <Select
          label="Sheet"
          value={plan.sheet ?? inspection.sheets[0]!}
          options={inspection.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onChange={(sheet) => onChange({ sheet })}
        />
      )}
      {plan.format !== 'parquet' && (
        <TextField
          label="Spellings of “no value”"
          value={plan.nullSpellings.join(', ')}
          onChange={(text) =>
            onChange({
              nullSpellings: text
                .split(',')
                .map((word) => word.trim())
                .filter(Boolean),
            })
          }
        />
      )}
      {hasHeader && (
        <Checkbox checked={plan.header} onChange={(header) => onChange({ header })}>
          First row holds the headers
        </Checkbox>
      )}
    </div>
  );
}

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { niceStep } from '../../../charts/niceStep.ts';
import { fixedText, valueText } from '../../../charts/numberText.ts';
import { Button } from '../../../parts/Button.tsx';
import { NumberField } from '../../../parts/NumberField.tsx';
import { EstimateText } from '../EstimateText.tsx';
import { rateWords } from '../estimateText.ts';
import table from '../table.module.css';
import styles from './CutEditor.module.css';
import { movedCut, withCut } from './editedCuts.ts';
import { informationText } from './metricWords.ts';

interface CutEditorProps {
  metric: CallOutput<'measure-metric'>;
  cuts: readonly number[];
  isEdited: boolean;
  /** Null goes back to where the cut points came from. */
  onCuts: (cuts: readonly number[] | null) => void;
}

/** The bins as a list: cut points typed, added and taken out; rates, weight of evidence and IV follow. */
export function CutEditor({ metric, cuts, isEdited, onCuts }: CutEditorProps) {
  const { bins, unit, range, informationValue, monotone, valueType, basis } = metric;
  const isNumber = basis.outcome.kind === 'number';
  const [added, setAdded] = useState<number | null>(null);
  const step = niceStep(range ? range[1] - range[0] : 1);
  const method = bins.find(({ rate }) => rate.method !== null)?.rate.method ?? null;
  const isEditable = valueType === 'number';
  return (
    <div className={styles.editor}>
      <p role="status">
        {informationValue?.value != null && `${informationText(informationValue)} `}
        {monotone !== null &&
          `From bin to bin the ${isNumber ? 'mean' : 'rate'} ${monotone ? 'only rises or only falls.' : 'does not go one way.'}`}
      </p>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Values{unit && `, ${unit}`}</th>
              {isEditable && <th scope="col">From</th>}
              <th scope="col">
                {isNumber ? 'Mean' : 'Rate'}
                {method && `, 95 % by ${method}`}
              </th>
              {!isNumber && (
                <th scope="col" title="Weight of evidence: above 0 riskier than the whole">
                  WoE
                </th>
              )}
              {isEditable && <td />}
            </tr>
          </thead>
          <tbody>
            {bins.map((bin, index) => {
              const cut = isEditable && !bin.missing ? cuts[index - 1] : undefined;
              return (
                <tr key={bin.missing ? 'missing' : index}>
                  <th scope="row">{bin.label}</th>
                  {isEditable && (
                    <td>
                      {cut !== undefined && (
                        <NumberField
                          label={`Cut point ${index}`}
                          labelHidden
                          value={Number(cut.toPrecision(6))}
                          step={step}
                          className={styles.cut}
                          onChange={(value) => value !== null && onCuts(movedCut(cuts, index - 1, value, step / 10))}
                        />
                      )}
                    </td>
                  )}
                  <td>
                    <EstimateText estimate={bin.rate} style={rateWords(basis.outcome).rateText} said={method} />
                  </td>
                  {!isNumber && <td>{bin.weightOfEvidence === null ? '–' : fixedText(bin.weightOfEvidence, 2)}</td>}
                  {isEditable && (
                    <td>
                      {cut !== undefined && (
                        <Button
                          icon
                          tone="quiet"
                          aria-label={`Take out the cut point at ${valueText(cut, unit)}`}
                          onClick={() => onCuts(cuts.toSpliced(index - 1, 1))}
                        >
                          <X />
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {isEditable && (
        <div className={styles.row}>
          <NumberField
            label="New cut point"
            value={added}
            optional
            step={step}
            unit={unit ?? undefined}
            onChange={setAdded}
            className={styles.added}
          />
          <Button
            disabled={added === null || cuts.includes(added)}
            onClick={() => {
              if (added !== null) onCuts(withCut(cuts, added));
              setAdded(null);
            }}
          >
            <Plus aria-hidden="true" />
            Add
          </Button>
          {isEdited && <Button onClick={() => onCuts(null)}>Back to the first cut points</Button>}
        </div>
      )}
    </div>
  );
}

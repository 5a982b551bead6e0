import type { Band } from '../../../shared/model/model.ts';
import { edgeStep } from '../../charts/edgeStep.ts';
import { BandMark } from '../../parts/BandMark.tsx';
import { NumberField } from '../../parts/NumberField.tsx';
import styles from './EdgeFields.module.css';

interface EdgeFieldsProps {
  bands: readonly Band[];
  cuts: readonly number[];
  onMove: (index: number, to: number) => void;
  onTouch: (focused: boolean) => void;
}

/** The band edges as numbers between the names of the bands, worst first: "Red [60] Yellow [80] Green". */
export function EdgeFields({ bands, cuts, onMove, onTouch }: EdgeFieldsProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only prepares what its fields are about to move
    <div className={styles.edges} onPointerEnter={() => onTouch(false)} onFocus={() => onTouch(true)}>
      {bands.map((band, index) => (
        <span key={band.id} className={styles.band}>
          {index > 0 && (
            <NumberField
              label={`Lower edge of ${band.name}, number`}
              labelHidden
              value={cuts[index - 1]!}
              min={0}
              max={100}
              step={edgeStep}
              className={styles.field}
              onChange={(to) => to !== null && onMove(index - 1, to)}
            />
          )}
          <BandMark band={band} />
          {band.name}
        </span>
      ))}
    </div>
  );
}

import { isIsoDate } from '../../../../shared/model/isoDate.ts';
import type { Reading } from '../../../../shared/model/reading.ts';
import { TextField } from '../../../parts/TextField.tsx';

interface CoversFieldsProps {
  covers: Reading['covers'];
  onChange: (covers: Reading['covers']) => void;
}

/** The days a source reaches over, both inclusive; clearing one goes back to the first and last date in the data. */
export function CoversFields({ covers, onChange }: CoversFieldsProps) {
  const check = (text: string) => (text === '' || isIsoDate(text) ? null : 'A day that exists, written YYYY-MM-DD.');
  const set = (end: 'from' | 'to', day: string) => onChange(day === '' ? undefined : { from: day, to: day, ...covers, [end]: day });
  return (
    <>
      <TextField
        label="Covers the days from"
        value={covers?.from ?? ''}
        placeholder="first date in the data"
        check={check}
        onChange={(day) => set('from', day)}
      />
      <TextField
        label="to"
        value={covers?.to ?? ''}
        placeholder="last date in the data"
        check={check}
        onChange={(day) => set('to', day)}
        hint="A window that is not wholly covered is missing, not zero."
      />
    </>
  );
}

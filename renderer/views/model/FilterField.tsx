import { useState } from 'react';
import { parseFilter } from '../../../shared/expression/parseFilter.ts';
import { TextField } from '../../parts/TextField.tsx';
import { sentenceOfAny } from '../../state/noticeStore.ts';

interface FilterFieldProps {
  label: string;
  value: string;
  onChange: (filter: string) => void;
  hint?: string;
}

/** A condition in the filter grammar; it is taken over only when it can be read. */
export function FilterField({ label, value, onChange, hint }: FilterFieldProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const take = (text: string) => {
    try {
      parseFilter(text);
      setProblem(null);
      onChange(text);
    } catch (failure) {
      setProblem(sentenceOfAny(failure));
    }
  };
  return (
    <TextField
      label={label}
      value={value}
      onChange={take}
      problem={problem}
      hint={hint}
      placeholder="industry = 'Retail' and arr >= 50000"
    />
  );
}

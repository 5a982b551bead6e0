import { parseFilter } from '../../shared/expression/parseFilter.ts';
import { problemOf } from './problemOf.ts';
import { TextField } from './TextField.tsx';

interface FilterFieldProps {
  label: string;
  labelHidden?: boolean;
  value: string;
  /** Only text that reads as a filter, or none, is handed on. */
  onChange: (value: string) => void;
  placeholder?: string;
  /** An empty text is no condition, and fine. */
  optional?: boolean;
  hint?: string | undefined;
  className?: string | undefined;
}

/** A condition in the filter grammar; what does not read says where and why, and is not taken over. */
export function FilterField({ optional = false, placeholder = "industry = 'Retail' and arr >= 50000", ...field }: FilterFieldProps) {
  return (
    <TextField
      {...field}
      placeholder={placeholder}
      check={(text) => (optional && text.trim() === '' ? null : problemOf(() => parseFilter(text)))}
    />
  );
}

import { parseFilter } from '../../../../shared/expression/parseFilter.ts';
import { TextField } from '../../../parts/TextField.tsx';
import { problemOf } from './problemOf.ts';

interface FilterFieldProps {
  label: string;
  labelHidden?: boolean;
  value: string;
  /** Only text that reads as a filter, or none, is handed on. */
  onChange: (value: string) => void;
  placeholder?: string;
  hint?: string | undefined;
  className?: string | undefined;
}

/** A condition in the filter grammar; what does not read says where and why, and is not taken over. */
export function FilterField(props: FilterFieldProps) {
  return <TextField {...props} check={(text) => (text.trim() === '' ? null : problemOf(() => parseFilter(text)))} />;
}

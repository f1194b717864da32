import { Input } from '../ui/Input';

interface NumberInputProps {
  id?: string;
  value?: number | null;
  onChange?: (value: number | null) => void;
  min?: number;
  max?: number;
  disabled?: boolean;
  'aria-label'?: string;
}

/** A whole number; empty is none. */
export function NumberInput({ value, onChange, ...rest }: NumberInputProps) {
  return (
    <Input
      {...rest}
      type="number"
      step={1}
      value={value ?? ''}
      onChange={({ target }) => onChange?.(target.value === '' ? null : Math.trunc(Number(target.value)))}
    />
  );
}

import { Select } from '../../../parts/Select.tsx';
import { useEvidence } from '../evidenceStore.ts';
import { useBeside } from '../useBeside.ts';

/** Which score the draft is held against. */
export function BesideSelect() {
  const { choices, chosen } = useBeside();
  const setBeside = useEvidence((state) => state.setBeside);
  return (
    <Select
      label="The draft beside"
      value={chosen?.key ?? ''}
      options={[{ value: '', label: 'nothing' }, ...choices.map(({ key, label }) => ({ value: key, label }))]}
      onChange={(key) => setBeside(choices.find((choice) => choice.key === key)?.scorer ?? 'nothing')}
      hint={
        choices.length === 0 ? 'Save a version, a scenario, or bring in the score of today’s tool, to hold the draft against.' : undefined
      }
    />
  );
}

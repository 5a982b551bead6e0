import { useMemo } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { EvidenceOutcome } from '../../../../shared/contract/evidenceBasis.ts';
import type { Band } from '../../../../shared/model/model.ts';
import { GroupRates } from '../../../charts/GroupRates.tsx';
import { countText } from '../../../charts/numberText.ts';
import { rateText, rateWords } from '../estimateText.ts';
import { bandGroups } from '../rateGroups.ts';
import { Section } from '../Section.tsx';

interface BandRatesProps {
  title: string;
  rates: CallOutput<'suggest-thresholds'>['current'];
  outcome: EvidenceOutcome;
  bands: readonly Band[];
}

/** How often the outcome came in each band, with intervals. */
export function BandRates({ title, rates, outcome, bands }: BandRatesProps) {
  const groups = useMemo(() => bandGroups(rates, bands), [rates, bands]);
  const sentence = rates
    .map(
      ({ name, observations, rate }) =>
        `${name}: ${rate.value === null ? 'no rate' : rateText(rate.value)} of ${countText(observations, 'observation')}`,
    )
    .join('; ');
  return (
    <Section title={title}>
      <GroupRates
        {...rateWords(outcome)}
        title={title}
        sentence={`${sentence}.`}
        groups={groups}
        overall={null}
        groupLabel="band"
        height={190}
      />
    </Section>
  );
}

import { useMemo } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { ScorePerformance } from '../../../../shared/contract/scorePerformance.ts';
import type { Band } from '../../../../shared/model/model.ts';
import { GroupRates } from '../../../charts/GroupRates.tsx';
import { rateWords } from '../estimateText.ts';
import { bandGroups } from '../rateGroups.ts';
import { Section } from '../Section.tsx';

interface ScoreBandsProps {
  measured: CallOutput<'measure-score'>;
  bands: readonly Band[];
}

/** How often the outcome came in each band, of the draft and of the score beside it. */
export function ScoreBands({ measured: { score, other, against, scorer, basis }, bands }: ScoreBandsProps) {
  const groups = useMemo(() => bandGroups(score.bands, bands), [score.bands, bands]);
  const beside = useMemo(
    () => (other && against ? { name: against.name, ownName: scorer.name, groups: bandGroups(other.bands, bands) } : undefined),
    [other, against, scorer, bands],
  );
  return (
    <Section title="Outcome by band" about="with 95 % intervals">
      <GroupRates
        {...rateWords(basis.outcome)}
        title={`${basis.outcome.name} by band`}
        sentence={bandsSentence(score)}
        groups={groups}
        other={beside}
        overall={null}
        groupLabel="band, worst first"
        height={260}
      />
    </Section>
  );
}

function bandsSentence({ monotone, warnings }: ScorePerformance): string {
  if (warnings.includes('FEW_EVENTS')) return 'Too few accounts to say anything about the order of the bands.';
  if (monotone === null) return 'A band has no observation, so nothing is said about the order of the bands.';
  return monotone ? 'From band to band the outcome goes one way.' : 'The outcome does not go one way from band to band.';
}

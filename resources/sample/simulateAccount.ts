import { addDays } from '../../shared/model/isoDate.ts';
import type { AccountHistory } from './AccountHistory.ts';
import { addTraces } from './addTraces.ts';
import { createRandom, type Random } from './createRandom.ts';
import { lifeOf } from './lifeOf.ts';
import { companyName, industries, owners, regions } from './sampleNames.ts';
import { sampleFrom } from './sampleOptions.ts';

const earliestStart = '2021-02-01';
const plans = { Small: 'Basic', 'Mid-market': 'Plus', Enterprise: 'Premium' } as const;

/** The whole history of one account. The same seed and index give the same account, whatever others are made. */
export function simulateAccount(seed: number, index: number): AccountHistory {
  const random = createRandom(seed, index);
  const history = newcomer(random, index);
  lifeOf(history, random);
  addTraces(history, random);
  return history;
}

function newcomer(random: Random, index: number): AccountHistory {
  const industry = random.pick(industries);
  const draw = random.uniform();
  const size = draw < 0.5 ? 'Small' : draw < 0.82 ? 'Mid-market' : 'Enterprise';
  const longAgo = random.chance(0.68);
  return {
    index,
    id: String(10_427 + index * 7).padStart(7, '0'),
    name: companyName(random, industry),
    industry,
    size,
    region: random.pick(regions),
    plan: random.chance(0.8) ? plans[size] : 'Plus',
    owner: random.pick(owners),
    type: typeOf(index),
    startedOn: longAgo ? addDays(earliestStart, random.whole(0, 1337)) : addDays(sampleFrom, random.whole(0, 690)),
    endedOn: null,
    discount: random.whole(0, 60) / 2,
    months: [],
    contracts: [],
    outcomes: [],
    tickets: [],
    invoices: [],
    surveys: [],
    scores: [],
    interventions: [],
  };
}

/** About one account in twenty is no customer at all. */
function typeOf(index: number): AccountHistory['type'] {
  if (index % 60 === 17) return 'Test';
  if (index % 140 === 41) return 'Internal';
  return index % 40 === 23 ? 'Trial' : 'Customer';
}

import { addDays } from '../../shared/model/isoDate.ts';
import type { AccountHistory, AccountMonth, Contract } from './AccountHistory.ts';
import type { Random } from './createRandom.ts';
import { sampleFrom, sampleMonths } from './sampleOptions.ts';
import { type Driver, type DriverLevels, drivers, trueHealth } from './trueWeights.ts';

const usersBySize = { Small: [8, 45], 'Mid-market': [40, 180], Enterprise: [150, 700] } as const;
const pricePerUser = { Basic: 240, Plus: 420, Premium: 640 } as const;
const reasons = ['Budget', 'Missing features', 'Service quality', 'Competitor', 'Sponsor left', 'Low usage'];

/** Middle of the drivers' levels, on the logit scale where 0 is half; breadth of use and surveys sit lower than service. */
const usualLevel: Record<Driver, number> = {
  active_share: 1.1,
  core_features: 0.7,
  tickets_90d: 1.2,
  resolution_hours: 1,
  days_late: 1.3,
  nps: 0.9,
};
/** Correlation of a driver's mood from one month to the next. */
const persistence = 0.9;
/** Health at which leaving at the end of a contract is one in four, and how steeply that falls with health. */
const leaving = { evenHealth: 0.65, steepness: 11 };
const noticeMonths = 3;
/** Below this health the team may step in, which lifts use and mood a little. */
const worryingHealth = 0.52;

/**
 * Lives the account month by month: levels wander, contracts end and are renewed or not, licences grow. Leaving depends on the mean true
 * health of the last months before the contract ends, and on chance.
 */
export function lifeOf(history: AccountHistory, random: Random): void {
  const temper = random.normal();
  const mood = Object.fromEntries(drivers.map((driver) => [driver, random.normal()])) as DriverLevels;
  const termMonths = history.size === 'Small' ? random.pick([6, 12]) : random.pick([12, 12, 24]);
  const [fewest, most] = usersBySize[history.size];
  let users = random.whole(fewest, most);
  const priceOf = (licences: number) => Math.round((licences * pricePerUser[history.plan] * (1 - history.discount / 100)) / 10) * 10;

  let contract = newContract(history, history.startedOn, termMonths, priceOf(users));
  while (contract.to < sampleFrom) contract = newContract(history, addDays(contract.to, 1), termMonths, priceOf(users));

  for (const date of sampleMonths) {
    if (date < history.startedOn) continue;
    while (contract.to < date) {
      if (leaves(history.months, random)) {
        history.endedOn = contract.to;
        history.outcomes.push({ date: contract.to, kind: 'churned', reason: random.pick(reasons), annualChange: -priceOf(users) });
        return;
      }
      contract = newContract(history, addDays(contract.to, 1), termMonths, priceOf(users));
    }
    wander(mood, random);
    stepIn(history, mood, date, random);
    const month = monthOf(date, mood, temper, users, random);
    history.months.push(month);
    const more = expansion(month, contract, random);
    if (more) {
      users += more.licences;
      const annualValue = priceOf(more.licences);
      history.contracts.push({ id: contractId(history), from: more.on, to: contract.to, kind: 'add-on', annualValue });
      history.outcomes.push({ date: more.on, kind: 'expanded', reason: 'More licences', annualChange: annualValue });
    }
  }
}

function leaves(months: readonly AccountMonth[], random: Random): boolean {
  const recent = months.slice(-noticeMonths);
  if (recent.length === 0) return false;
  const mean = recent.reduce((sum, month) => sum + month.health, 0) / recent.length;
  return random.chance(share(leaving.steepness * (leaving.evenHealth - mean) - 1.1));
}

function wander(mood: DriverLevels, random: Random): void {
  for (const driver of drivers) mood[driver] = persistence * mood[driver] + Math.sqrt(1 - persistence ** 2) * random.normal();
}

function stepIn(history: AccountHistory, mood: DriverLevels, date: string, random: Random): void {
  const last = history.months.at(-1);
  if (!last || last.health >= worryingHealth || !random.chance(0.3)) return;
  const kind = random.pick(['Recovery plan', 'Sponsor call', 'Training']);
  history.interventions.push({ date: addDays(date, -random.whole(3, 24)), kind });
  mood.active_share += 0.5;
  mood.nps += 0.4;
}

function monthOf(date: string, mood: DriverLevels, temper: number, users: number, random: Random): AccountMonth {
  const level = (driver: Driver) => share(usualLevel[driver] + 1.15 * mood[driver] + 0.5 * temper);
  const levels = Object.fromEntries(drivers.map((driver) => [driver, level(driver)])) as DriverLevels;
  const weeklyActiveUsers = Math.min(users, Math.max(0, Math.round(users * (levels.active_share + 0.03 * random.normal()))));
  return {
    date,
    levels,
    health: trueHealth(levels),
    licensedUsers: users,
    weeklyActiveUsers,
    coreFeaturesUsed: Math.min(12, Math.max(0, Math.round(12 * levels.core_features + 0.5 * random.normal()))),
    sessions: Math.round(weeklyActiveUsers * (6 + 2 * random.uniform())),
    sessionMinutes: Math.round(10 * Math.exp(2.6 + 0.35 * random.normal())) / 10,
  };
}

/** Licences bought within the term; the healthier the account, the more likely. */
function expansion(month: AccountMonth, contract: Contract, random: Random): { on: string; licences: number } | null {
  if (!random.chance(0.09 * Math.max(0, month.health - 0.5))) return null;
  const licences = Math.max(2, Math.round(month.licensedUsers * (0.1 + 0.25 * random.uniform())));
  const on = addDays(month.date, -random.whole(0, 20));
  return on > contract.from && on < contract.to ? { on, licences } : null;
}

function newContract(history: AccountHistory, from: string, termMonths: number, annualValue: number): Contract {
  const start = new Date(`${from}T00:00:00Z`);
  const next = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + termMonths, start.getUTCDate()));
  const contract: Contract = { id: contractId(history), from, to: addDays(next.toISOString().slice(0, 10), -1), kind: 'base', annualValue };
  history.contracts.push(contract);
  return contract;
}

const contractId = (history: AccountHistory) => `C-${history.id}-${history.contracts.length + 1}`;
const share = (logit: number) => 1 / (1 + Math.exp(-logit));

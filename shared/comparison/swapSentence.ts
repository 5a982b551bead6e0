import type { SwapSet } from '../contract/comparisonCalls.ts';
import type { NumberWords } from './NumberWords.ts';

type Group = SwapSet['groups'][number];

/**
 * What became of the observations that move one way, for somebody who decides: how many, how often, the rest, and what
 * that allows to say.
 */
export function swapSentence(
  { id, name, observations, accounts, events, rate, restRate, difference }: Group,
  { name: outcome, polarity }: SwapSet['outcome'],
  { count, percent, points }: NumberWords,
): string {
  if (observations === 0) return `No observation with a known outcome is ${name}.`;
  const counted = (number: number, noun: string) => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
  const repeats = accounts === observations ? '' : ` (${counted(accounts, 'account')})`;
  const happened = `${count(events)} ${inSentence(outcome)}`;
  const seen = `Of the ${counted(observations, 'observation')} that ${observations === 1 ? 'is' : 'are'} ${name} and ${observations === 1 ? 'has' : 'have'} a known outcome${repeats}, ${happened}`;
  if (restRate.value === null) return `${seen}; there is no rest to hold them against.`;
  if (difference.warnings.includes('FEW_EVENTS') || difference.warnings.includes('SINGLE_CLASS'))
    return `${seen}: too few accounts had (or did not have) the outcome to say more.`;
  const within = rate.interval ? `, ${rate.interval.map(percent).join(' to ')}` : '';
  const against = `${seen} (${percent(rate.value!)}${within}) against ${percent(restRate.value)} of the rest`;
  const { interval } = difference;
  if (interval === null || (interval[0] <= 0 && interval[1] >= 0)) return `${against}. That may be chance.`;
  const [low, high] = interval.map((share) => points(100 * share));
  return `${against}, a difference of ${low} to ${high} points${verdict(id, interval[0] > 0 === (polarity === 'bad'))}.`;
}

/** Only the ways into and out of the worst band say which model is right: between two other bands either rate may lie above the rest's. */
function verdict(id: Group['id'], isUnhealthier: boolean): string {
  if (id !== 'newly-worst' && id !== 'no-longer-worst') return '';
  return isUnhealthier === (id === 'newly-worst') ? ', which speaks for the draft' : ', which speaks against the draft';
}

/** "Churned" reads "churned" inside a sentence; "NPS fell" stays. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

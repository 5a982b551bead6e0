import type { AccountRole } from '../../../shared/model/definition.ts';
import type { ColumnType } from '../../../shared/model/source.ts';
import { anyKey, keyWords, looksUnique, type Surveyed, sameName, startWords, tellsOfTheEnd } from './surveySource.ts';

const accountWords = /account|customer|client|company|compan|supplier|organi[sz]ation/i;
const renewalWords = /renew/i;
const revenueWords = /(^|[_ ])(arr|acv|tcv|mrr|revenue|contract_value|annual\w*)([_ ]|$)/i;
const ownerWords = /owner|csm|manager|rep$/i;
const nameWords = /(^|[_ ])name$|^name|title$/i;
const mostAttributeValues = 60;

/** The source that looks most like one row an account, and what its columns mean; says why. */
export function proposeAccount(surveyed: Surveyed[], because: string[]): AccountRole | undefined {
  const candidates = surveyed.flatMap((one) => {
    const key =
      one.columns.find((column) => keyWords.test(column.name) && looksUnique(one, column)) ??
      one.columns.find((column) => anyKey.test(column.name) && looksUnique(one, column));
    if (!key) return [];
    const sharedBy = surveyed.filter((other) => other !== one && other.columns.some((column) => sameName(column.name, key.name))).length;
    return [{ one, key: key.name, merit: 2 * sharedBy + (accountWords.test(one.source.name) ? 3 : 0) + (keyWords.test(key.name) ? 1 : 0) }];
  });
  const best = candidates.sort((a, b) => b.merit - a.merit)[0];
  if (!best) return undefined;
  const { one, key } = best;
  const first = (words: RegExp, ...types: ColumnType[]) =>
    one.columns.find((column) => column.name !== key && words.test(column.name) && types.includes(column.type))?.name;
  const start = first(startWords, 'date', 'timestamp');
  const revenue = first(revenueWords, 'money', 'number');
  const renewal = first(renewalWords, 'date', 'timestamp');
  const [name, owner] = [first(nameWords, 'text'), first(ownerWords, 'text')];
  const attributes = one.columns
    .filter(
      (column) =>
        ['text', 'boolean'].includes(column.type) &&
        ![key, name, owner].includes(column.name) &&
        !tellsOfTheEnd.test(column.name) &&
        column.distinct > 1 &&
        column.distinct <= mostAttributeValues,
    )
    .map((column) => column.name);
  because.push(
    `${one.source.name} holds the accounts: "${key}" is different in every row${candidates.length > 1 ? ' and other sources carry it' : ''}.`,
  );
  return {
    source: one.source.id,
    key,
    ...(name ? { name } : {}),
    ...(start ? { start } : {}),
    ...(owner ? { owner } : {}),
    ...(revenue ? { revenue: { column: revenue } } : {}),
    ...(renewal ? { renewal: { column: renewal } } : {}),
    attributes,
  };
}

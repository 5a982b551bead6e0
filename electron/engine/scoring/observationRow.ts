import { Failure } from '../../../shared/failure.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Book } from './Book.ts';

/** One account's observation, by the columns of the observations table. @throws Failure `account-unknown` */
export async function observationRow(
  { database, observations, asOf, options }: Pick<Book, 'database' | 'observations' | 'asOf' | 'options'>,
  account: string,
): Promise<Record<string, unknown>> {
  const [row] = await database.rows<Record<string, unknown>>(
    {
      text: `select * from ${quoteIdentifier(observations.table)} where as_of = cast($1 as date) and account_id = $2 limit 1`,
      values: [asOf, account],
    },
    options,
  );
  if (!row) throw new Failure('account-unknown', { account, asOf });
  return row;
}

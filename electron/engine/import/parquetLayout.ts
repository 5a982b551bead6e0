import { Failure } from '../../../shared/failure.ts';
import type { ColumnType } from '../../../shared/model/source.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { type Layout, noDialect, type ReadContext } from './Layout.ts';
import type { RawColumn } from './RawTable.ts';

/** The layout of a Parquet file: its own columns and types. @throws Failure `parquet-damaged`, `file-without-rows` */
export async function parquetLayout(path: string, { database, signal }: ReadContext): Promise<Layout> {
  const from = { text: 'read_parquet($1)', values: [path] };
  const described = await describe();
  const [counted] = await database.rows<{ rows: number }>(
    { text: `select count(*)::double as rows from ${from.text}`, values: from.values },
    { signal },
  );
  if (counted!.rows === 0) throw new Failure('file-without-rows', { file: path, columns: described.length });
  const columns = described.map(({ column_name, column_type }) => rawColumn(column_name, column_type));
  return { ...noDialect, path, format: 'parquet', headers: columns.map(({ header }) => header), beginning: { from, columns }, notices: [] };

  async function describe() {
    try {
      return await database.rows<{ column_name: string; column_type: string }>(
        { text: `describe select * from ${from.text}`, values: from.values },
        { signal },
      );
    } catch (error) {
      if (error instanceof Failure && error.code !== 'unexpected') throw error;
      throw new Failure('parquet-damaged', {
        file: path,
        problem: (error as Error).message.replace(/^.*?Error: /, '').replaceAll(`'${path}'`, 'it'),
      });
    }
  }
}

const nativeTypes: [RegExp, ColumnType, string][] = [
  [/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/, 'number', 'double'],
  [/^BOOLEAN$/, 'boolean', 'boolean'],
  [/^DATE$/, 'date', 'date'],
  [/^TIMESTAMP/, 'timestamp', 'timestamp'],
];

function rawColumn(header: string, type: string): RawColumn {
  const name = quoteIdentifier(header);
  const native = nativeTypes.find(([pattern]) => pattern.test(type));
  const nested = /[[(]|^JSON/.test(type) && !type.startsWith('DECIMAL') && !type.startsWith('ENUM');
  const text = nested ? `to_json(${name})::varchar` : `${name}::varchar`;
  return native ? { header, text, native: { type: native[1], value: `try_cast(${name} as ${native[2]})` } } : { header, text };
}

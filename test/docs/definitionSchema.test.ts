import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { definitionDocument } from '../../shared/model/study.ts';

/** `npx vitest run test/docs -u` writes it anew. */
it('docs/definition.schema.json is the schema the program uses', async () => {
  const schema = { title: 'Plumbline definition document', ...z.toJSONSchema(definitionDocument, { io: 'input' }) };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../docs/definition.schema.json');
});

it.each(readdirSync('docs/examples'))('the %s example follows it', (name) => {
  const document = JSON.parse(readFileSync(`docs/examples/${name}/definition.json`, 'utf8'));
  expect(definitionDocument.safeParse(document).error?.issues ?? []).toEqual([]);
});

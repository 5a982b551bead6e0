import { writeFile } from 'node:fs/promises';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { DateOrder } from '../../shared/model/source.ts';
import { describeStudy } from './describeStudy.ts';
import { planWithDateOrder } from './planWithDateOrder.ts';
import { readJsonFile } from './readJsonFile.ts';
import { countText, numberText, textTable } from './textTable.ts';
import type { Verb } from './Verb.ts';

/** Verbs that make a study and put things into it. */
export const studyVerbs: Record<string, Verb> = {
  create: {
    says: 'Creates an empty study in a new or empty folder.',
    takes: ['STUDY'],
    options: { name: { says: 'its name; without it the name of the folder', value: 'NAME' } },
    async run({ words, options, call }) {
      const data = await call('create-study', { path: words.study, name: options.name });
      return { data, text: describeStudy(data, await call('count-rows', {})) };
    },
  },
  sample: {
    says: 'Creates the synthetic sample study, or opens it when it is there.',
    takes: ['[STUDY]'],
    options: { fresh: { says: 'makes it anew' } },
    async run({ words, switches, call }) {
      const data = await call('open-sample', { path: words.study, fresh: switches.has('fresh') });
      return { data, text: describeStudy(data, await call('count-rows', {})) };
    },
  },
  import: {
    says: 'Imports a file as a source, or refreshes the source of that name.',
    takes: ['STUDY', 'FILE'],
    options: {
      as: { says: 'identifier of the source in the study', value: 'ID', required: true },
      name: { says: 'its name for people', value: 'NAME' },
      plan: { says: 'how to read it, as JSON (the "plan" of `call inspect-file`, changed where needed)', value: 'PLAN.json' },
      'date-order': {
        says: 'how to read dates that could be either way round: day-month-year or month-day-year',
        value: 'ORDER',
      },
      'exported-on': { says: 'the day of the export, when it is not that of the file', value: 'DATE' },
    },
    async run({ words, options, call }) {
      const given = options.plan === undefined ? undefined : ((await readJsonFile(options.plan)) as never);
      const open = await call('open-study', { path: words.study! });
      const order = options['date-order'] as DateOrder | undefined;
      const stored = () => open.study.sources.find(({ id }) => id === options.as)?.plan;
      const plan = order ? await planWithDateOrder(call, words.file!, given ?? stored(), order) : given;
      const data = await call('import-source', {
        path: words.file!,
        as: options.as!,
        name: options.name,
        plan,
        exportedOn: options['exported-on'],
      });
      return { data, text: describeImport(data) };
    },
  },
  define: {
    says: 'Merges a definition (roles, links, metrics, outcomes, segments, models) into the study, by id.',
    takes: ['STUDY', 'DEFINITION'],
    options: { replace: { says: 'removes what the definition does not name' } },
    async run({ words, switches, call }) {
      const content = (await readJsonFile(words.definition!)) as Record<string, unknown>;
      // What `propose` and `call propose-definition` print is taken as it is.
      const document = (typeof content?.document === 'object' ? content.document : content) as never;
      await call('open-study', { path: words.study! });
      const data = await call('define-study', { document, replace: switches.has('replace') });
      const { findings } = await call('report-study', {});
      const problems = findings.filter(({ severity }) => severity === 'problem').map(({ sentence }) => `problem: ${sentence}`);
      return { data, text: [describeStudy(data, await call('count-rows', {})), ...problems].join('\n') };
    },
  },
  propose: {
    says: 'Proposes roles, links, as-of dates, metrics and an outcome for the sources; nothing is changed. The output is for `define`.',
    takes: ['STUDY'],
    options: { out: { says: 'writes the proposal to a file', value: 'FILE.json' } },
    async run({ words, options, call }) {
      await call('open-study', { path: words.study! });
      const data = await call('propose-definition', {});
      const text = JSON.stringify(data.document, null, 2);
      if (options.out === undefined) return { data, text };
      await writeFile(options.out, `${text}\n`);
      return { data, text: [...data.because, `Written to ${options.out}`].join('\n') };
    },
  },
  templates: {
    says: 'The model templates; with an id, that template as a definition for `define`.',
    takes: ['[ID]'],
    options: {},
    async run({ words, call }) {
      const { templates } = await call('list-templates', {});
      const chosen = templates.find(({ id }) => id === words.id);
      if (chosen) return { data: chosen.document, text: JSON.stringify(chosen.document, null, 2) };
      return {
        data: templates,
        text: textTable(
          ['id', 'name', 'about'],
          templates.map(({ id, name, about }) => [id, name, about]),
        ),
      };
    },
  },
};

function describeImport({ source, rows, notices }: CallOutput<'import-source'>): string {
  const { records, loaded, rejected, unconverted } = rows;
  return [
    `${source.id}: ${countText(records, 'row')} in the file = ${numberText(loaded)} loaded + ${numberText(rejected)} rejected; ${unconverted === 1 ? '1 cell did not convert and is' : `${countText(unconverted, 'cell')} did not convert and are`} missing.`,
    ...notices,
    textTable(
      ['column', 'type'],
      source.plan.columns.filter(({ keep }) => keep).map(({ name, type }) => [name, type]),
    ),
  ].join('\n');
}

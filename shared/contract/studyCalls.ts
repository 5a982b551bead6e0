import { z } from 'zod';
import { definition } from '../model/definition.ts';
import { identifier } from '../model/identifier.ts';
import { model } from '../model/model.ts';
import { baseline, definitionDocument, scenario, study } from '../model/study.ts';
import { call } from './call.ts';

/** The open study: its folder, its content, and the revision a save must name. */
export const openStudy = z.strictObject({
  path: z.string(),
  revision: z.number().int(),
  study,
  /** Set when the study was brought back from its last good copy. */
  recovered: z.string().nullable(),
  /** Sources removed since the study was opened; they can be brought back until it closes. */
  removedSources: z.array(z.strictObject({ id: identifier, name: z.string() })),
});
export type OpenStudy = z.infer<typeof openStudy>;

const nothing = z.strictObject({});
const path = z.string().min(1);

export const studyCalls = {
  'list-studies': call({
    says: 'Recently opened studies, newest first.',
    input: nothing,
    output: z.strictObject({ studies: z.array(z.strictObject({ path, name: z.string(), openedAt: z.string(), present: z.boolean() })) }),
    progress: false,
    example: {},
  }),
  'create-study': call({
    says: 'Creates an empty study in a new or empty folder and opens it. Without a path: in the studies folder of this user.',
    input: z.strictObject({ path: path.optional(), name: z.string().optional() }),
    output: openStudy,
    progress: false,
    example: { path: 'studies/q3', name: 'Q3 recalibration' },
  }),
  'open-study': call({
    says: 'Opens the study in a folder; with `recover` from its last good copy when study.json is damaged.',
    input: z.strictObject({ path, recover: z.boolean().default(false) }),
    output: openStudy,
    progress: true,
    example: { path: 'studies/q3' },
  }),
  'open-sample': call({
    says: 'Creates the synthetic sample study and opens it; with `fresh` an existing one is made anew.',
    input: z.strictObject({ path: path.optional(), fresh: z.boolean().default(false) }),
    output: openStudy,
    progress: true,
    example: {},
  }),
  'read-study': call({ says: 'The open study.', input: nothing, output: openStudy, progress: false, example: {} }),
  'close-study': call({
    says: 'Closes the study; removed sources are gone for good.',
    input: nothing,
    output: nothing,
    progress: false,
    example: {},
  }),
  'duplicate-study': call({
    says: 'Copies the open study to another folder and opens the copy.',
    input: z.strictObject({ path, name: z.string().optional() }),
    output: openStudy,
    progress: true,
    example: { path: 'studies/q3-copy' },
  }),
  'move-study': call({
    says: 'Moves the open study to another folder.',
    input: z.strictObject({ path }),
    output: openStudy,
    progress: true,
    example: { path: 'studies/2026/q3' },
  }),
  'save-study': call({
    says: 'Writes name, definition, models and scenarios, atomically; refused when the study has another revision than the one named.',
    input: z.strictObject({
      revision: z.number().int(),
      name: z.string().min(1),
      definition,
      models: z.array(model),
      currentModel: identifier.nullable(),
      scenarios: z.array(scenario),
      baseline: baseline.nullable(),
    }),
    output: z.strictObject({ revision: z.number().int() }),
    progress: false,
    example: {
      revision: 1,
      name: 'Q3 recalibration',
      definition: { readings: [], population: [], metrics: [], outcomes: [], givenScores: [] },
      models: [],
      currentModel: null,
      scenarios: [],
      baseline: null,
    },
  }),
  'define-study': call({
    says: 'Merges a definition document into the study, entity by entity by id; `replace` removes what the document does not name.',
    input: z.strictObject({ document: definitionDocument, replace: z.boolean().default(false) }),
    output: openStudy,
    progress: false,
    example: { document: { metrics: [{ id: 'tenure', name: 'Tenure', value: { kind: 'tenure' } }] } },
  }),
};

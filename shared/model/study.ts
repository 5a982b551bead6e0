import { z } from 'zod';
import { definition } from './definition.ts';
import { identifier } from './identifier.ts';
import { model } from './model.ts';
import { source } from './source.ts';

/** The schema of study.json this program writes. */
export const schemaVersion = 1;

/** The analyst's work on disk: the content of study.json. */
export const study = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  id: z.string(),
  name: z.string().min(1),
  sources: z.array(source),
  definition,
  models: z.array(model),
  currentModel: identifier.nullable(),
});
export type Study = z.infer<typeof study>;

/** What DEFINITION.json may carry: any part of the definition, and models. Applied by id; removes nothing. */
export const definitionDocument = z.strictObject({
  $schema: z.string().optional(),
  ...definition.partial().shape,
  models: z.array(model).optional(),
  currentModel: identifier.optional(),
});
export type DefinitionDocument = z.infer<typeof definitionDocument>;

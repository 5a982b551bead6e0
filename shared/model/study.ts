import { z } from 'zod';
import { accountRole, asOfDates, definition, exclusion, givenScore, interventions } from './definition.ts';
import { identifier } from './identifier.ts';
import { metric } from './metric.ts';
import { model } from './model.ts';
import { outcome } from './outcome.ts';
import { reading } from './reading.ts';
import { refuseRepeatedIds } from './refuseRepeatedIds.ts';
import { source } from './source.ts';

/** The schema of study.json this program writes. */
export const schemaVersion = 2;

/** A named saved draft. */
export const scenario = z.strictObject({ id: identifier, name: z.string().min(1), model, note: z.string().optional() });
export type Scenario = z.infer<typeof scenario>;

/** What the draft is compared with: a saved version, another model of the study, a scenario, or a given score. */
export const baseline = z.union([
  z.strictObject({ version: identifier }),
  z.strictObject({ model: identifier }),
  z.strictObject({ scenario: identifier }),
  z.strictObject({ given: identifier }),
]);
export type Baseline = z.infer<typeof baseline>;

/** The analyst's work on disk: the content of study.json. */
export const study = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    id: z.string(),
    name: z.string().min(1),
    sources: z.array(source),
    definition,
    models: z.array(model),
    currentModel: identifier.nullable(),
    scenarios: z.array(scenario),
    /** Null until a first version is saved. */
    baseline: baseline.nullable(),
  })
  .superRefine((one, context) => {
    for (const list of ['sources', 'models', 'scenarios'] as const)
      refuseRepeatedIds(
        one[list].map((each) => each.id),
        list,
        context,
      );
  });
export type Study = z.infer<typeof study>;

/** What DEFINITION.json may carry: any part of the definition, and models. Applied by id; removes nothing unless told to. */
export const definitionDocument = z.strictObject({
  $schema: z.string().optional(),
  account: accountRole.optional(),
  readings: z.array(reading).optional(),
  population: z.array(exclusion).optional(),
  asOf: asOfDates.optional(),
  metrics: z.array(metric).optional(),
  outcomes: z.array(outcome).optional(),
  givenScores: z.array(givenScore).optional(),
  interventions: interventions.optional(),
  models: z.array(model).optional(),
  currentModel: identifier.optional(),
});
export type DefinitionDocument = z.infer<typeof definitionDocument>;

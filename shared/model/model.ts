import { z } from 'zod';
import { curve } from './curve.ts';
import { identifier } from './identifier.ts';
import { isoDate } from './isoDate.ts';

const weight = z.number().min(0, 'a weight is 0 or more');

/** What a missing metric does to its siblings: not count, earn stated points, earn the curve's minimum, or withhold the score. */
export const missingPolicy = z.discriminatedUnion('policy', [
  z.strictObject({ policy: z.literal('redistribute') }),
  z.strictObject({ policy: z.literal('neutral'), points: z.number().min(0).max(100).default(50) }),
  z.strictObject({ policy: z.literal('worst') }),
  z.strictObject({ policy: z.literal('no-score') }),
]);
export type MissingPolicy = z.infer<typeof missingPolicy>;

/** A metric in the tree. Its id is its place in the tree; `metric` names what is measured. */
export const leaf = z.strictObject({
  kind: z.literal('metric'),
  id: identifier,
  metric: identifier,
  weight,
  locked: z.boolean().optional(),
  curve,
  /** Of a curve that was drawn from what happened: the outcome, and the last as-of date that was looked at. */
  curveFrom: z.strictObject({ outcome: identifier, on: isoDate }).optional(),
  missing: missingPolicy.default({ policy: 'redistribute' }),
  note: z.string().optional(),
});
export type Leaf = z.infer<typeof leaf>;

export interface Group {
  kind: 'group';
  id: string;
  name: string;
  weight: number;
  locked?: boolean | undefined;
  children: Node[];
}
export type Node = Group | Leaf;

const group: z.ZodType<Group> = z.strictObject({
  kind: z.literal('group'),
  id: identifier,
  name: z.string().min(1),
  weight,
  locked: z.boolean().optional(),
  get children() {
    return z.array(node);
  },
});
export const node: z.ZodType<Node> = z.union([group, leaf]);

export const bandShape = z.enum(['square', 'diamond', 'circle', 'triangle', 'triangle-down', 'pentagon']);
export type BandShape = z.infer<typeof bandShape>;

/** A named range of the score. Its lower edge is the cut point before it and belongs to it. */
export const band = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour is written #rrggbb'),
  shape: bandShape,
  letter: z.string().max(3).optional(),
  meaning: z.string().optional(),
  owner: z.string().optional(),
  serviceLevel: z.string().optional(),
  playbook: z.string().optional(),
});
export type Band = z.infer<typeof band>;

const cuts = z
  .array(z.number())
  .refine((values) => values.every((value, index) => index === 0 || values[index - 1]! < value), 'band edges must rise');

/** A named condition on the observation. What it does not override follows the base model. */
export const segment = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  where: z.string().min(1),
  /** By node id. */
  weights: z.record(z.string(), weight).default({}),
  /** By leaf id. */
  curves: z.record(z.string(), curve).default({}),
  cuts: cuts.optional(),
});
export type Segment = z.infer<typeof segment>;

/** A hard override after the roll-up: while `where` holds, the score is at most `score`, or the band at most `band`. */
export const cap = z
  .strictObject({
    id: identifier,
    name: z.string().min(1),
    where: z.string().min(1),
    score: z.number().min(0).max(100).optional(),
    band: identifier.optional(),
  })
  .refine((one) => one.score !== undefined || one.band !== undefined, 'say the highest score or the highest band');
export type Cap = z.infer<typeof cap>;

/** Tree, curves, bands, segments: the thing calibrated and exported. */
export const model = z
  .strictObject({
    id: identifier,
    name: z.string().min(1),
    objective: z.string().optional(),
    template: z.string().optional(),
    dimensions: z.array(node),
    /** Of weights that were suggested by what happened: the outcome, and the last as-of date that was looked at. */
    weightsFrom: z.strictObject({ outcome: identifier, on: isoDate }).optional(),
    /** From worst to best. */
    bands: z.array(band).min(1),
    /** Lower edges of the second band, the third ... ; one fewer than bands. */
    cuts,
    /** Share of effective weight, 0..1, below which the score is withheld. */
    minimumCoverage: z.number().min(0).max(1).default(0),
    /** The first whose condition holds wins. */
    segments: z.array(segment).default([]),
    caps: z.array(cap).default([]),
    /** Maps this range of the score to 0..100, before caps and bands; an explicit step. */
    rescale: z
      .strictObject({ from: z.number(), to: z.number() })
      .refine((range) => range.from < range.to, '"from" must be below "to"')
      .optional(),
  })
  .refine((one) => one.cuts.length === one.bands.length - 1, { message: 'one fewer cut than bands is needed', path: ['cuts'] })
  .superRefine((one, context) => {
    for (const [index, each] of one.segments.entries()) {
      if (each.cuts && each.cuts.length !== one.bands.length - 1)
        context.addIssue({ code: 'custom', path: ['segments', index, 'cuts'], message: 'one fewer cut than bands is needed' });
    }
    const seen = new Set<string>();
    for (const id of one.dimensions.flatMap(nodeIds)) {
      if (seen.has(id)) context.addIssue({ code: 'custom', path: ['dimensions'], message: `the id "${id}" stands twice in the tree` });
      seen.add(id);
    }
  });
export type Model = z.infer<typeof model>;

function nodeIds(one: Node): string[] {
  return one.kind === 'metric' ? [one.id] : [one.id, ...one.children.flatMap(nodeIds)];
}

/** Every leaf of the tree, left to right. */
export function leavesOf(nodes: readonly Node[]): Leaf[] {
  return nodes.flatMap((one) => (one.kind === 'metric' ? [one] : leavesOf(one.children)));
}

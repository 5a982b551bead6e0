import { z } from 'zod';

const points = z.number().min(0, 'points lie in 0..100').max(100, 'points lie in 0..100');
const ascending = (values: readonly number[]) => values.every((value, index) => index === 0 || values[index - 1]! < value);
const log1p = { log1p: z.boolean().optional() };
const direction = z.enum(['higher', 'lower']);

/** Metric value -> points 0..100, higher is healthier. */
export const curve = z.discriminatedUnion('kind', [
  /** Interval i holds the values in [cuts[i-1], cuts[i]) and earns points[i]. */
  z
    .strictObject({ kind: z.literal('steps'), ...log1p, cuts: z.array(z.number()), points: z.array(points).min(1) })
    .refine((steps) => steps.points.length === steps.cuts.length + 1, 'one more points value than cut points is needed')
    .refine((steps) => ascending(steps.cuts), 'cut points must rise'),
  /** Straight from (from.value, from.points) to (to.value, to.points). Outside: the nearer end's points, or missing. */
  z
    .strictObject({
      kind: z.literal('ramp'),
      ...log1p,
      from: z.strictObject({ value: z.number(), points }),
      to: z.strictObject({ value: z.number(), points }),
      outside: z.enum(['clamp', 'missing']).default('clamp'),
    })
    .refine((ramp) => ramp.from.value < ramp.to.value, '"from" must be below "to"'),
  /** Rises over rise, stays at `inside` points, falls over fall. */
  z
    .strictObject({
      kind: z.literal('target-range'),
      ...log1p,
      rise: z.tuple([z.number(), z.number()]),
      fall: z.tuple([z.number(), z.number()]),
      inside: points.default(100),
      below: points.default(0),
      above: points.default(0),
    })
    .refine(({ rise, fall }) => rise[0] <= rise[1] && rise[1] <= fall[0] && fall[0] <= fall[1], 'the four corners must not fall'),
  /** Category -> points. Others: missing, or a stated value. `loose` ignores case and surrounding space. */
  z.strictObject({
    kind: z.literal('categories'),
    points: z.record(z.string(), points),
    unlisted: z.union([z.literal('missing'), points]).default('missing'),
    loose: z.boolean().default(false),
  }),
  /** 100 * F (higher) or 100 * (1 - F) (lower) of a frozen reference: knots (value, mid-rank share), linear between, clamped outside. Empty: not frozen yet. */
  z
    .strictObject({
      kind: z.literal('percentile'),
      ...log1p,
      direction,
      knots: z.array(z.tuple([z.number(), z.number().min(0).max(1)])).max(201),
      frozenOn: z.string().optional(),
    })
    .refine(({ knots }) => ascending(knots.map(([value]) => value)), 'knot values must rise'),
  /** 100 / (1 + exp(-d z)) with a frozen mean and population sd; sd 0 gives 50. Null: not frozen yet. */
  z.strictObject({
    kind: z.literal('z-score'),
    ...log1p,
    direction,
    reference: z.strictObject({ mean: z.number(), sd: z.number().min(0) }).nullable(),
    frozenOn: z.string().optional(),
  }),
]);
export type Curve = z.infer<typeof curve>;
export type CurveOf<Kind extends Curve['kind']> = Extract<Curve, { kind: Kind }>;

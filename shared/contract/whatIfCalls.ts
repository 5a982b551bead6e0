import { z } from 'zod';
import { curve } from '../model/curve.ts';
import { identifier } from '../model/identifier.ts';
import { isoDate } from '../model/isoDate.ts';
import { missingPolicy, model } from '../model/model.ts';
import { call } from './call.ts';
import { mover, moverKind } from './mover.ts';
import { proofSetSummary, scoreLine } from './proofSet.ts';
import { scorer } from './scorer.ts';
import { scoreOutline, shiftedBook } from './shiftedBook.ts';

const count = z.number().int().min(0);

/** What of a model is in hand. Without a segment: the base; with one: that segment's override. */
export const control = z.discriminatedUnion('kind', [
  /** The weight of a metric, group or dimension; with `rescaleSiblings` the unlocked siblings keep the sum. */
  z.strictObject({ kind: z.literal('weight'), node: identifier, segment: identifier.optional(), rescaleSiblings: z.boolean() }),
  /** Curve and missing policy of a metric in the tree. The policy always belongs to the base. */
  z.strictObject({ kind: z.literal('leaf'), leaf: identifier, segment: identifier.optional() }),
  /** The band edges. */
  z.strictObject({ kind: z.literal('cuts'), segment: identifier.optional() }),
]);
export type Control = z.infer<typeof control>;

/** A new position of the control in hand. */
export const position = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weight'), weight: z.number().min(0) }),
  z.strictObject({ kind: z.literal('leaf'), curve: curve.optional(), missing: missingPolicy.optional() }),
  z.strictObject({ kind: z.literal('cuts'), cuts: z.array(z.number()) }),
]);
export type Position = z.infer<typeof position>;

export const whatIfCalls = {
  'hold-control': call({
    says: 'Takes a control of the draft in hand: prepares what is needed to answer its movement within a frame.',
    input: z.strictObject({
      baseline: scorer,
      draft: z.union([identifier, model]),
      asOf: isoDate.optional(),
      control,
      segment: z.string().optional(),
      /** The outcome of the evidence line; null leaves the proof set alone. */
      outcome: identifier.nullable().default(null),
    }),
    output: z.strictObject({
      /** Names what is held; the same input gives the same hand. */
      hand: z.string(),
      asOf: isoDate,
      /** Accounts of the book, and those that answer while moving (fewer: a sample, scaled up); of the proof set likewise. */
      accounts: count,
      inHand: count,
      baseline: scoreOutline.nullable(),
      proof: z.strictObject({ set: proofSetSummary, inHand: count, isSample: z.boolean(), baseline: scoreLine.nullable() }).nullable(),
      /** Bytes held for each account. */
      bytesPerAccount: z.number(),
    }),
    progress: true,
    example: { baseline: { version: 'v1' }, draft: 'health', control: { kind: 'weight', node: 'nps', rescaleSiblings: true } },
  }),
  'move-control': call({
    says: 'The book (and the evidence line) with the control in hand at another position.',
    input: z.strictObject({
      hand: z.string(),
      position,
      /** Every segment on its own as well. */
      segments: z.boolean().default(false),
      /** That many movers as well. */
      movers: z
        .strictObject({ kind: moverKind, limit: z.number().int().min(1).max(200) })
        .nullable()
        .default(null),
    }),
    output: z.strictObject({
      book: shiftedBook,
      proof: scoreLine.nullable(),
      segments: z.array(z.strictObject({ id: z.string(), name: z.string(), book: shiftedBook })).nullable(),
      movers: z.array(mover).nullable(),
      kernelMs: z.number(),
    }),
    progress: false,
    example: { hand: '5f0c', position: { kind: 'weight', weight: 40 } },
  }),
};

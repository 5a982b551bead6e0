import { expect, it } from 'vitest';
import { setWeights } from '../../electron/cli/setWeights.ts';
import { twoMetrics } from '../engine/comparison/smallStudy.ts';

const weights = (text: string, rescale = false) => setWeights(twoMetrics, text, rescale).dimensions.map(({ weight }) => weight);

it('sets weights one after the other, as they are written', () => {
  expect(weights('usage_leaf=3')).toEqual([3, 1]);
  expect(weights(' usage_leaf = 3 ,support_leaf=0')).toEqual([3, 0]);
  expect(weights('usage_leaf=1.5', true)).toEqual([1.5, 0.5]);
  expect(weights('usage_leaf=1e-12,support_leaf=1e12')).toEqual([1e-12, 1e12]);
});

it.each([
  ['nonsense', '"nonsense" is not written NODE=WEIGHT'],
  ['usage_leaf=', '"usage_leaf=" is not written NODE=WEIGHT'],
  ['nps=3', 'the model has no node "nps"; it has usage_leaf, support_leaf'],
  ['usage_leaf=-3', 'the weight "-3" of usage_leaf is not a number of 0 or more'],
  ['usage_leaf=Infinity', 'the weight "Infinity" of usage_leaf is not a number of 0 or more'],
  ['usage_leaf=much', 'the weight "much" of usage_leaf is not a number of 0 or more'],
])('refuses %s', (text, problem) => {
  expect(() => weights(text)).toThrowError(problem);
});

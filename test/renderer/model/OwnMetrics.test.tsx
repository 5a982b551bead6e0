// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { HostContext } from '../../../renderer/state/host.ts';
import { useNotices } from '../../../renderer/state/noticeStore.ts';
import { useStudy } from '../../../renderer/state/studyStore.ts';
import { OwnMetrics } from '../../../renderer/views/model/OwnMetrics.tsx';
import type { Host } from '../../../renderer/wire/host.ts';
import { emptyDefinition } from '../../../shared/model/definition.ts';
import { metric as metricSchema } from '../../../shared/model/metric.ts';
import { openStudyOf } from '../openStudyOf.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const metrics = ['use', 'late'].map((id) => metricSchema.parse({ id, name: id, direction: 'higher', value: { kind: 'tenure' } }));

beforeEach(() => {
  useNotices.setState({ notices: [] });
  useStudy.getState().adopt(openStudyOf({ definition: { ...emptyDefinition, metrics } }));
});

/** What is said and the weights given when the metrics have so many distinct values. */
async function startWith(distinct: Record<string, number>) {
  const invoke = async (_: string, { metric }: { metric: string }) => ({ metric, distinct: distinct[metric], quantiles: null });
  const place = document.createElement('div');
  const root = createRoot(place);
  onTestFinished(() => act(async () => root.unmount()));
  await act(async () =>
    root.render(
      <HostContext value={{ kind: 'browser', invoke } as unknown as Host}>
        <OwnMetrics onDone={() => {}} />
      </HostContext>,
    ),
  );
  await act(async () => place.querySelector('button')!.click());
  const [model] = useStudy.getState().draft.models;
  return { weights: model!.dimensions.map(({ weight }) => weight), said: useNotices.getState().notices.map(({ sentence }) => sentence) };
}

test('a model in which nothing got a weight is made, and that it gives no score is said', async () => {
  const { weights, said } = await startWith({ use: 1, late: 0 });
  expect(weights).toEqual([0, 0]);
  expect(said).toEqual([expect.stringContaining('none got a weight')]);
});

test('nothing is said where one metric differs between accounts', async () => {
  expect(await startWith({ use: 1, late: 2 })).toEqual({ weights: [0, 10], said: [] });
});

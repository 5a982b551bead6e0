import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../shared/contract/call.ts';
import { type Door, doors } from './doors.ts';
import { stateOf } from './stand-in/engineStandIn.ts';

describe.each(Object.entries(doors))('a call %s', (_, open) => {
  let door: Door;
  beforeAll(async () => {
    door = await open();
  });
  afterAll(() => door.close());

  it('brings its value', async () => {
    expect(await door.invoke('report-study', {})).toEqual({ sources: [], findings: [] });
  });

  it('brings its failure with code, detail and sentence', async () => {
    const failure = { code: 'study-missing', detail: { path: '/none/missing' }, message: 'There is no study at /none/missing.' };
    await expect(door.invoke('open-study', { path: '/none/missing' })).rejects.toMatchObject(failure);
  });

  it('says that there is no call of that name', async () => {
    await expect(door.invoke('list-templates', {})).rejects.toMatchObject({ code: 'call-unknown', detail: { call: 'list-templates' } });
  });

  it('reports progress in order, before the value', async () => {
    const seen: Progress[] = [];
    await door.invoke('report-study', {}, { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ share }) => share)).toEqual([0, 0.5, 1]);
  });

  it('brings what is ready while the rest is worked out', async () => {
    const seen: unknown[] = [];
    const answer = door.invoke('suggest-weights', {}, { onPartial: (partial) => seen.push(partial) });
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen).toEqual([
      { level: 'metrics', weights: [], hasRanges: false },
      { level: 'metrics', weights: [], hasRanges: true },
    ]);
  });

  it('is not made when it was cancelled before', async () => {
    await expect(door.invoke('summarise-observations', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect((await stateOf(door.invoke)).running).toBe(0);
  });

  it('is cancelled in the tick it was made', async () => {
    const controller = new AbortController();
    const answer = door.invoke('summarise-observations', {}, { signal: controller.signal });
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
    expect((await stateOf(door.invoke)).running).toBe(0);
  });

  it('is cancelled in the middle of its query', async () => {
    const controller = new AbortController();
    const onProgress = () => setTimeout(() => controller.abort(), 100);
    const answer = door.invoke('summarise-observations', {}, { signal: controller.signal, onProgress });
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
    expect((await stateOf(door.invoke)).running).toBe(0);
  });

  it('keeps its value when it is cancelled too late', async () => {
    const controller = new AbortController();
    const answer = await door.invoke('report-study', {}, { signal: controller.signal });
    controller.abort();
    expect(answer).toEqual({ sources: [], findings: [] });
    expect((await stateOf(door.invoke)).running).toBe(0);
  });
});

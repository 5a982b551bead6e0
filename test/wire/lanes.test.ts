import { expect, it } from 'vitest';
import { createClient } from '../../renderer/wire/createClient.ts';
import type { Transport } from '../../renderer/wire/transport.ts';

/** Answers short calls at once and long ones when told to. */
function heldTransport() {
  const held: (() => void)[] = [];
  const cancelled: string[] = [];
  const transport: Transport = {
    async *call(name) {
      if (name === 'report-study') await new Promise<void>((resolve) => held.push(resolve));
      yield { value: name === 'report-study' ? { sources: [], findings: [] } : { studies: [] } };
    },
    cancel: async (id) => void cancelled.push(id),
    async *restarts() {},
  };
  return { held, cancelled, transport };
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

it('keeps at most four long calls in flight and lets short ones pass', async () => {
  const { held, transport } = heldTransport();
  const invoke = createClient(transport);
  const long = Array.from({ length: 10 }, () => invoke('report-study', {}));
  await tick();
  expect(held).toHaveLength(4);
  expect(await invoke('list-studies', {})).toEqual({ studies: [] });
  held.shift()!();
  await tick();
  expect(held).toHaveLength(4);
  while (held.length > 0) {
    held.shift()!();
    await tick();
  }
  expect(await Promise.all(long)).toHaveLength(10);
});

it('drops a waiting call that is cancelled, without sending anything', async () => {
  const { held, cancelled, transport } = heldTransport();
  const invoke = createClient(transport);
  const first = Array.from({ length: 4 }, () => invoke('report-study', {}));
  const controller = new AbortController();
  const waiting = invoke('report-study', {}, { signal: controller.signal });
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  expect(cancelled).toEqual([]);
  await tick();
  for (const release of held) release();
  await Promise.all(first);
  expect(held).toHaveLength(4);
});

it('says that the door is lost when the answer ends too early', async () => {
  const transport: Transport = { ...heldTransport().transport, async *call() {} };
  await expect(createClient(transport)('list-studies', {})).rejects.toMatchObject({ code: 'door-lost' });
});

it('refuses an answer that is not of the stated form', async () => {
  const transport: Transport = {
    ...heldTransport().transport,
    async *call() {
      yield { value: { studies: 'none' } };
    },
  };
  await expect(createClient(transport)('list-studies', {})).rejects.toMatchObject({ code: 'output-invalid', detail: { where: 'studies' } });
});

it('refuses a part of an answer from a call that tells none', async () => {
  const transport: Transport = {
    ...heldTransport().transport,
    async *call() {
      yield { partial: { studies: [] } };
      yield { value: { studies: [] } };
    },
  };
  await expect(createClient(transport)('list-studies', {}, { onPartial: () => {} })).rejects.toMatchObject({ code: 'output-invalid' });
});

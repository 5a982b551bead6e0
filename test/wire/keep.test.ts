import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import type { EngineKeeper } from '../../electron/wire/EngineKeeper.ts';
import { isRunning } from '../../electron/wire/isRunning.ts';
import type { EngineRestart } from '../../shared/contract/frame.ts';
import { openKeeper, openLoopback } from './doors.ts';
import { bundle } from './stand-in/bundle.ts';
import { stateOf } from './stand-in/engineStandIn.ts';

let keeper: EngineKeeper;
afterEach(() => keeper?.close());

const crash = () => keeper.invoke('move-study', { path: 'anywhere' });
const nextRestart = () => new Promise<EngineRestart>((resolve) => keeper.onRestart(resolve));

it('fails every call in flight when the engine aborts, and goes on with a new one', async () => {
  keeper = await openKeeper();
  const before = await stateOf(keeper.invoke);
  const slow = keeper.invoke('summarise-observations', {}, { onProgress: () => void crash().catch(() => {}) });
  await expect(slow).rejects.toMatchObject({ code: 'engine-stopped' });
  const after = await stateOf(keeper.invoke);
  expect(after.process).not.toBe(before.process);
});

it('opens the study again that was open, before any further call, and tells so', async () => {
  keeper = await openKeeper();
  await keeper.invoke('open-study', { path: '/studies/q3' });
  const restart = nextRestart();
  await crash().catch(() => {});
  expect((await stateOf(keeper.invoke)).study).toBe('/studies/q3');
  expect(await restart).toEqual({ study: '/studies/q3', failure: null });
});

it('leaves closed what was closed', async () => {
  keeper = await openKeeper();
  await keeper.invoke('open-study', { path: '/studies/q3' });
  await keeper.invoke('close-study', {});
  const restart = nextRestart();
  await crash().catch(() => {});
  expect(await restart).toEqual({ study: null, failure: null });
});

it('lets go of a study that stops the engine whenever it is opened', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-poison-'));
  const path = join(folder, 'poison');
  keeper = await openKeeper();
  await keeper.invoke('open-study', { path });
  const restart = nextRestart();
  await crash().catch(() => {});
  expect(await restart).toMatchObject({ study: path, failure: { code: 'engine-stopped' } });
  expect((await stateOf(keeper.invoke)).study).toBe(null);
  await rm(folder, { recursive: true });
});

it('tells a page of the restart', async () => {
  keeper = await openKeeper();
  const loopback = await openLoopback(keeper);
  const stop = new AbortController();
  const told = loopback.transport.restarts(stop.signal)[Symbol.asyncIterator]().next();
  await stateOf(keeper.invoke);
  await crash().catch(() => {});
  expect(await told).toEqual({ done: false, value: { study: null, failure: null } });
  stop.abort();
  await loopback.close();
});

it('cancels the call of a page that goes away', async () => {
  keeper = await openKeeper();
  const { address, token, close } = await openLoopback(keeper);
  const leave = new AbortController();
  const answer = await fetch(`${address}/call/summarise-observations`, {
    method: 'POST',
    headers: { 'x-plumbline-token': token },
    body: JSON.stringify({ id: 'one', input: {} }),
    signal: leave.signal,
  });
  await answer.body!.getReader().read();
  expect((await stateOf(keeper.invoke)).running).toBe(1);
  leave.abort();
  await until(async () => (await stateOf(keeper.invoke)).running === 0);
  await close();
});

it('stops in the middle of a query when it is closed', async () => {
  keeper = await openKeeper();
  const { process: engine } = await stateOf(keeper.invoke);
  const answer = keeper.invoke('summarise-observations', {}).catch((failure: unknown) => failure);
  await keeper.close();
  expect(await answer).toMatchObject({ code: expect.stringMatching(/cancelled|engine-stopped/) });
  expect(isAlive(engine)).toBe(false);
});

it('leaves no engine behind when the parent is killed in the middle of a query', async () => {
  const script = await bundle('test/wire/stand-in/engineProcess.ts');
  const parent = spawn(process.execPath, [await bundle('test/wire/stand-in/keeperProcess.ts'), script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await new Promise<string[]>((resolve) => createInterface(parent.stdout).once('line', (...lines) => resolve(lines)));
  const engine = Number(line);
  expect(isAlive(engine)).toBe(true);
  parent.kill('SIGKILL');
  await until(async () => !isAlive(engine));
});

/** Running, and not only waiting for a parent to collect it. */
function isAlive(id: number): boolean {
  if (!isRunning(id)) return false;
  if (process.platform !== 'linux') return true;
  return !/\) Z /.test(readFileSync(`/proc/${id}/stat`, 'utf8'));
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 5000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come to hold within five seconds');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

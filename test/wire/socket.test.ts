import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createClient } from '../../renderer/wire/createClient.ts';
import { createSocketTransport, type Socket } from '../../renderer/wire/socketTransport.ts';
import type { Transport } from '../../renderer/wire/transport.ts';
import type { Invoke } from '../../shared/contract/contract.ts';
import { type LoopbackOnTest, openLoopback, openSocket, standInLink } from './doors.ts';
import { stateOf } from './stand-in/engineStandIn.ts';

let door: LoopbackOnTest;
let sockets: WebSocket[];
let requests: string[];
let invoke: Invoke;
beforeEach(async () => {
  door = await openLoopback(standInLink());
  [sockets, requests] = [[], []];
  const otherwise: Transport = {
    ...door.transport,
    call: (name, request) => {
      requests.push(name);
      return door.transport.call(name, request);
    },
  };
  const open = () => {
    // A browser says nothing of it either but that the socket closed.
    sockets.push(openSocket(door).on('error', () => {}));
    return sockets.at(-1)! as unknown as Socket;
  };
  invoke = createClient(createSocketTransport({ open, otherwise }));
});
afterEach(() => door.close());

it('goes by requests until the socket is open, and opens one alone', async () => {
  await Promise.all([invoke('report-study', {}), invoke('report-study', {})]);
  expect([sockets.length, requests.length]).toEqual([1, 2]);
  if (sockets[0]!.readyState !== WebSocket.OPEN) await once(sockets[0]!, 'open');
  await invoke('report-study', {});
  expect([sockets.length, requests.length]).toEqual([1, 2]);
});

it('goes by requests where no socket can be opened, and tries again with the next call', async () => {
  await door.close();
  await expect(invoke('report-study', {})).rejects.toMatchObject({ code: 'door-lost' });
  await expect.poll(() => sockets[0]!.readyState).toBe(WebSocket.CLOSED);
  await expect(invoke('report-study', {})).rejects.toMatchObject({ code: 'door-lost' });
  expect([sockets.length, requests.length]).toEqual([2, 2]);
});

it('says that the door is lost when the socket closes in the middle of a call, and the door stops that call', async () => {
  await invoke('report-study', {});
  if (sockets[0]!.readyState !== WebSocket.OPEN) await once(sockets[0]!, 'open');
  const answer = invoke('summarise-observations', {}, { onProgress: () => sockets[0]!.terminate() });
  await expect(answer).rejects.toMatchObject({ code: 'door-lost' });
  await expect.poll(async () => (await stateOf(invoke)).running).toBe(0);
});

it('ends every call of a socket that says what is no message, rather than let one wait for ever', async () => {
  const said: Socket & { close(): void } = {
    readyState: WebSocket.OPEN,
    send: () => {},
    onmessage: null,
    onclose: null,
    close: () => said.onclose?.call(said as never, {} as never),
  };
  const transport = createSocketTransport({ open: () => said, otherwise: door.transport });
  const answer = createClient(transport)('report-study', {});
  said.onmessage?.call(said as never, { data: '{"id":"any"}' } as never);
  await expect(answer).rejects.toMatchObject({ code: 'door-lost' });
});

it('answers a call without input as any other that is not as stated', async () => {
  const socket = openSocket(door);
  await once(socket, 'open');
  socket.send('{"kind":"call","id":"one","name":"open-study"}');
  const frames = JSON.parse(String((await once(socket, 'message'))[0])) as { id: string; frame: object };
  expect(frames).toMatchObject({ id: 'one', frame: { failure: {} } });
  socket.terminate();
});

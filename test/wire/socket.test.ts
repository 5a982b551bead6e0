import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createClient } from '../../renderer/wire/createClient.ts';
import { type SocketEvents, socketOver } from '../../renderer/wire/socket.ts';
import { createSocketTransport } from '../../renderer/wire/socketTransport.ts';
import type { Transport } from '../../renderer/wire/transport.ts';
import type { Invoke } from '../../shared/contract/contract.ts';
import { asInPage, type LoopbackOnTest, openLoopback, openSocket, standInLink } from './doors.ts';
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
  const open = (events: SocketEvents) => {
    sockets.push(openSocket(door));
    return socketOver(asInPage(sockets.at(-1)!), events);
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

/** A socket that is open, by whose other end the test speaks. */
function socketOnTest() {
  const said: { id: string }[] = [];
  const waiting: string[] = [];
  let events!: SocketEvents;
  const collect = () => {
    for (const text of waiting.splice(0)) events.onText(text);
  };
  const socket = { isOpen: true, send: (text: string) => said.push(JSON.parse(text)), close: () => events.onClose(), collect };
  const open = (given: SocketEvents) => {
    events = given;
    return socket;
  };
  return {
    said,
    waiting,
    transport: createSocketTransport({ open, otherwise: door.transport }),
    tell: (text: string) => events.onText(text),
  };
}

it('ends every call of a socket that says what is no message, rather than let one wait for ever', async () => {
  const { transport, tell } = socketOnTest();
  const answer = createClient(transport)('report-study', {});
  tell('{"id":"any"}');
  await expect(answer).rejects.toMatchObject({ code: 'door-lost' });
});

it('answers with what is collected, without another task in between', async () => {
  const { said, waiting, transport } = socketOnTest();
  let isAnswered = false;
  const answer = createClient(transport)('move-control', {
    hand: 'h',
    position: { kind: 'weight', weight: 1 },
    segments: false,
    movers: null,
  });
  void answer.catch(() => (isAnswered = true));
  waiting.push(JSON.stringify({ id: said[0]!.id, frame: { failure: { code: 'hand-unknown', detail: { hand: 'h' } } } }));
  const channel = new MessageChannel();
  const nextTask = new Promise((resolve) => (channel.port1.onmessage = () => resolve(isAnswered)));
  channel.port2.postMessage(null);
  transport.collect();
  expect(await nextTask).toBe(true);
  channel.port1.close();
});

it('answers a call without input as any other that is not as stated', async () => {
  const socket = openSocket(door);
  await once(socket, 'open');
  socket.send('{"kind":"call","id":"one","name":"open-study"}');
  const frames = JSON.parse(String((await once(socket, 'message'))[0])) as { id: string; frame: object };
  expect(frames).toMatchObject({ id: 'one', frame: { failure: {} } });
  socket.terminate();
});

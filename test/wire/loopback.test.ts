import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Exchange } from '../../electron/wire/Exchange.ts';
import { type LoopbackOnTest, openLoopback, openSocket, standInLink } from './doors.ts';

let door: LoopbackOnTest;
let pages: string;
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'plumbline-pages-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Plumbline</title>');
  await writeFile(`${pages}-secret.html`, 'secret');
  await symlink(`${pages}-secret.html`, join(pages, 'link.html'));
  await mkdir(join(pages, 'assets'));
  await writeFile(join(pages, 'assets/a.js'), '1');
  await writeFile(join(pages, 'assets/a.unknown'), '1');
  door = await openLoopback(standInLink(), pages);
});
afterAll(async () => {
  await door.close();
  await rm(pages, { recursive: true });
  await rm(`${pages}-secret.html`);
});

const call = (headers: Record<string, string>, path = '/call/list-studies') =>
  new Promise<number>((resolve, reject) => {
    const { port } = new URL(door.address);
    request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode!);
    })
      .on('error', reject)
      .end(JSON.stringify({ id: 'one', input: {} }));
  });
const own = () => ({ host: new URL(door.address).host, origin: door.address, 'x-plumbline-token': door.token });

it('answers its own page', async () => {
  expect(await call(own())).toBe(200);
});

it.each([
  ['without the secret', { 'x-plumbline-token': '' }],
  ['with a wrong secret', { 'x-plumbline-token': 'A'.repeat(43) }],
  ['under another host name', { host: 'attacker.example' }],
  ['from another origin', { origin: 'http://attacker.example' }],
  ['from another port', { origin: 'http://127.0.0.1:1' }],
  ['from a page without origin', { origin: 'null' }],
])('refuses a call %s', async (_, headers) => {
  expect(await call({ ...own(), ...headers })).toBe(403);
});

/** Whether a socket of a page of `origin` that offers `token` opens; `host` as the page calls the door. */
async function opens(token: string, origin: string | undefined, host?: string): Promise<boolean> {
  const socket = new WebSocket(`${door.address.replace('http', 'ws')}/calls`, token, {
    ...(origin !== undefined && { origin }),
    headers: host ? { host } : {},
  });
  const isOpen = await new Promise<boolean>((resolve) => socket.on('open', () => resolve(true)).on('error', () => resolve(false)));
  socket.terminate();
  return isOpen;
}

it('opens a socket for its own page alone', async () => {
  expect(await opens(door.token, door.address)).toBe(true);
  expect(await opens('A'.repeat(43), door.address)).toBe(false);
  expect(await opens(door.token, 'http://attacker.example')).toBe(false);
  expect(await opens(door.token, undefined)).toBe(false);
  expect(await opens(door.token, door.address, 'attacker.example')).toBe(false);
});

it('ends although one whom it refused a socket holds on', async () => {
  const ending = await openLoopback(standInLink());
  const { port, host } = new URL(ending.address);
  const stranger = createConnection({ host: '127.0.0.1', port: Number(port), allowHalfOpen: true });
  stranger.write(`GET /calls HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  expect(String((await once(stranger, 'data'))[0])).toMatch(/^HTTP\/1.1 403 /);
  await ending.close();
  stranger.destroy();
});

it.each(['no message', '{"kind":"stop"}', '{"kind":"call","id":"","name":"list-studies","input":{}}'])(
  'closes a socket that sends %s',
  async (text) => {
    const socket = openSocket(door);
    await once(socket, 'open');
    socket.send(text);
    expect((await once(socket, 'close'))[0]).toBe(1008);
    expect(await call(own())).toBe(200);
  },
);

it.each(['/cancel', '/restarts', '/upload?name=a.csv', '/target?name=a.csv'])('refuses %s without the secret', async (path) => {
  expect(await call({ ...own(), 'x-plumbline-token': '' }, path)).toBe(403);
});

it('allows no other origin to read or to ask', async () => {
  const answer = await fetch(`${door.address}/call/list-studies`, { method: 'OPTIONS', headers: { origin: 'http://attacker.example' } });
  expect(answer.status).toBe(403);
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

it('listens on 127.0.0.1 alone', async () => {
  const others = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  const port = Number(new URL(door.address).port);
  for (const { address } of others.filter(({ address }) => address !== '127.0.0.1'))
    await expect(
      new Promise((resolve, reject) => createConnection({ host: address, port, timeout: 1000 }).on('connect', resolve).on('error', reject)),
    ).rejects.toThrow();
});

it('serves the window with its policy', async () => {
  const answer = await fetch(`${door.address}/`);
  expect(await answer.text()).toContain('Plumbline');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/);
  expect((await fetch(`${door.address}/assets/a.js`)).status).toBe(200);
});

it.each([
  '/link.html',
  '/..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets',
  '/assets/a.unknown',
  '/none.html',
  '/%E0%A4%A',
  '/a%00.html',
])('serves nothing at %s', async (path) => {
  expect((await fetch(`${door.address}${path}`)).status).toBe(404);
});

const post = async (path: string, body?: Uint8Array<ArrayBuffer> | string) => {
  const answer = await fetch(`${door.address}${path}`, {
    method: 'POST',
    headers: { 'x-plumbline-token': door.token },
    body: body ?? null,
  });
  return (await answer.json()) as { path: string };
};

it('takes an upload into the inbox under its own name, byte by byte', async () => {
  const bytes = Buffer.alloc(3_000_000, 'Jahresübersicht\n');
  const { path } = await post(`/upload?name=${encodeURIComponent('Jahresübersicht "Q3".csv')}`, bytes);
  expect(path).toMatch(/Jahresübersicht _Q3_\.csv$/);
  expect(bytes.equals(await readFile(path))).toBe(true);
});

it.each(['../../../evil.csv', '..\\..\\evil.csv', '/etc/evil.csv', '...'])('keeps an upload named %s inside the inbox', async (name) => {
  const { path } = await post(`/upload?name=${encodeURIComponent(name)}`, 'a');
  expect(path.startsWith(join(door.folder, 'exchange'))).toBe(true);
  expect((await stat(path)).isFile()).toBe(true);
});

it('removes what an interrupted upload left', async () => {
  const inbox = join(door.folder, 'exchange', String(process.pid), 'inbox');
  const before = await readdir(inbox);
  const { port, host } = new URL(door.address);
  const upload = request({
    host: '127.0.0.1',
    port,
    path: '/upload?name=cut.csv',
    method: 'POST',
    headers: { ...own(), host, 'content-length': '1000' },
  });
  upload.on('error', () => {});
  upload.write('half');
  await expect.poll(async () => (await readdir(inbox)).length).toBe(before.length + 1);
  upload.destroy();
  await expect.poll(async () => (await readdir(inbox)).length).toBe(before.length);
});

it('sends an export from the outbox, and no other file', async () => {
  const { path } = await post(`/target?name=${encodeURIComponent('scores für Q3.csv')}`);
  await writeFile(path, 'account,score\n');
  const answer = await fetch(`${door.address}/download?path=${encodeURIComponent(path)}`);
  expect(await answer.text()).toBe('account,score\n');
  expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''scores%20f%C3%BCr%20Q3.csv");
  for (const other of ['/etc/passwd', `${dirname(path)}/../../inbox`, ''])
    expect((await fetch(`${door.address}/download?path=${encodeURIComponent(other)}`)).status).toBe(404);
});

it('clears away what a killed door left, and keeps what a running one holds', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'plumbline-exchange-'));
  await mkdir(join(parent, '999999999'));
  await mkdir(join(parent, String(process.ppid)));
  const exchange = await Exchange.open(parent);
  expect(await readdir(parent)).toEqual([String(process.ppid)]);
  await exchange.close();
  await rm(parent, { recursive: true });
});

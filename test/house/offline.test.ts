import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const isBuilt = existsSync('out/electron/cli.js');
const mayCut =
  process.platform === 'linux' && spawnSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' }).status === 0;

/** Tells how often a process tried to reach something beyond this machine: with the network cut off, the kernel counts it as "no route". */
const countAttempts = `awk '/^Ip:/ { if (!at) { for (i = 1; i <= NF; i++) if ($i == "OutNoRoutes") at = i } else print $at }' /proc/net/snmp
awk '/^Ip6OutNoRoutes/ { print $2 }' /proc/net/snmp6`;

/** Runs a shell script where only loopback is up. @returns what it printed, and the attempts to leave */
function runCutOff(script: string, home: string): { printed: string; attempts: number } {
  const whole = `ip link set lo up && exec 3>&1 && { ${script}\n} >&3 && ${countAttempts.replaceAll('\n', '; ')}`;
  const printed = execFileSync('unshare', ['--net', 'sh', '-ec', whole], {
    encoding: 'utf8',
    env: { ...process.env, PLUMBLINE_HOME: home, node: process.execPath },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  const lines = printed.trimEnd().split('\n');
  const counts = lines.splice(-2).map(Number);
  return { printed: lines.join('\n'), attempts: counts[0]! + counts[1]! };
}

describe.skipIf(!isBuilt || !mayCut)('with the network cut off (needs root on Linux, and "npm run build")', () => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'plumbline-offline-'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('notices an attempt to leave the machine', () => {
    const connect = `$node -e "require('net').connect(80, '192.0.2.1').on('error', () => {})"`;
    expect(runCutOff(connect, home).attempts).toBeGreaterThan(0);
  });

  it('scores and explains the sample study from the command line, without one attempt to leave', () => {
    const plumbline = `$node ${resolve('bin/plumbline.js')}`;
    const study = join(home, 'sample');
    const { printed, attempts } = runCutOff(
      `${plumbline} sample ${study} && ${plumbline} score ${study} && ${plumbline} report ${study}`,
      home,
    );
    expect(printed).toMatch(/higher = healthier/);
    expect(attempts).toBe(0);
  });

  it('serves the window and its calls from the browser door, without one attempt to leave', () => {
    const ask = `const lines = require('readline').createInterface({ input: process.stdin });
      lines.once('line', async (line) => {
        const address = new URL(/http:\\S+/.exec(line)[0]);
        const headers = { 'x-plumbline-token': new URLSearchParams(address.hash.slice(1)).get('token') };
        const page = await fetch(address.origin);
        const call = (name) => fetch(address.origin + '/call/' + name, { method: 'POST', headers, body: JSON.stringify({ id: name, input: {} }) });
        console.log(page.status, (await (await call('open-sample')).text()).includes('"value"'), (await (await call('score-book')).text()).includes('"bands"'));
        process.kill(Number(process.env.door), 'SIGTERM');
      });`;
    const script = `mkfifo ${home}/said; $node out/electron/serve.js --no-open > ${home}/said & door=$! $node -e "$ask" < ${home}/said; wait $!`;
    const { printed, attempts } = runCutOff(`ask='${ask.replaceAll("'", "'\\''")}'; ${script}`, home);
    expect(printed).toBe('200 true true');
    expect(attempts).toBe(0);
  });
});

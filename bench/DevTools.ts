import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

interface Reply {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/** A place in the window, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

const lookEveryMs = 100;
const mostLooks = 3000;

interface Target {
  targetId: string;
  type: string;
  url: string;
}

/**
 * A page of a Chromium of its own, spoken to in its own protocol and about nothing but what is asked: a test driver, which is told of all that goes
 * over the page's network, takes a fifth of what two cores do while a control is dragged. The window is one without tabs and address bar, as
 * the desktop's is: what a browser animates in those takes up to a millisecond a frame.
 */
export class DevTools {
  readonly #chromium: ChildProcess;
  readonly #profile: string;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #rest = '';
  #sent = 0;
  #session: string | null = null;

  private constructor(chromium: ChildProcess, profile: string) {
    this.#chromium = chromium;
    this.#profile = profile;
    (chromium.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => this.#take(text));
  }

  /** Opens an address in a window of 1440 by 900 (PLUMBLINE_CHROMIUM names another Chromium than Debian's). */
  static async open(url: string): Promise<DevTools> {
    const profile = await mkdtemp(join(tmpdir(), 'plumbline-bench-chromium-'));
    const options = ['--headless=new', '--no-sandbox', '--no-first-run', '--disable-extensions', '--disable-background-networking'];
    const chromium = spawn(
      process.env.PLUMBLINE_CHROMIUM ?? '/usr/bin/chromium',
      [...options, `--user-data-dir=${profile}`, '--remote-debugging-pipe', `--app=${url}`],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const devTools = new DevTools(chromium, profile);
    const { targetId } = await devTools.#page(url);
    const { sessionId } = (await devTools.send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string };
    devTools.#session = sessionId;
    await devTools.send('Emulation.setDeviceMetricsOverride', { width: 1440, height: 900, deviceScaleFactor: 1, mobile: false });
    return devTools;
  }

  /** What a command returns. @throws Error what the browser says against it */
  async send(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#sent;
    const replied = new Promise<Reply>((resolve) => this.#waiting.set(id, resolve));
    const session = this.#session === null ? {} : { sessionId: this.#session };
    (this.#chromium.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    const { result, error } = await replied;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /** The value of an expression in the page. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', { expression, returnByValue: true })) as {
      result: { value: Value };
      exceptionDetails?: object;
    };
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  }

  /** Comes back once an expression is true in the page, which may still be loading. @throws Error when it does not become true in five minutes */
  async until(condition: string): Promise<void> {
    await found(condition, () => this.evaluate<boolean>(`Boolean(${condition})`).catch(() => false));
  }

  /** An event of the mouse, with its left button down or not; comes back once the page has handled it. */
  async mouse(type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', { x, y }: Point, isDown: boolean): Promise<void> {
    const button = type === 'mouseMoved' && !isDown ? 'none' : 'left';
    await this.send('Input.dispatchMouseEvent', { type, x, y, button, buttons: isDown ? 1 : 0, clickCount: 1 });
  }

  async close(): Promise<void> {
    const gone = new Promise((settle) => this.#chromium.once('exit', settle));
    this.#chromium.kill();
    await gone;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #page(url: string): Promise<Target> {
    const { origin } = new URL(url);
    return found(url, async () => {
      const { targetInfos } = (await this.send('Target.getTargets')) as { targetInfos: Target[] };
      return targetInfos.find((target) => target.type === 'page' && target.url.startsWith(origin));
    });
  }

  #take(text: string): void {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop()!;
    for (const message of messages) {
      const reply = JSON.parse(message) as Reply;
      if (reply.id === undefined) continue;
      this.#waiting.get(reply.id)?.(reply);
      this.#waiting.delete(reply.id);
    }
  }
}

/** What is looked for, once it is there. @throws Error when it is not there within five minutes */
async function found<Value>(what: string, look: () => Promise<Value | false | undefined>): Promise<Value> {
  for (let looks = 0; looks < mostLooks; looks++) {
    const seen = await look();
    if (seen) return seen;
    await wait(lookEveryMs);
  }
  throw new Error(`Not there: ${what}`);
}

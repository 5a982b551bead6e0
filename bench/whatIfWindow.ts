import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createEngine } from '../electron/engine/createEngine.ts';
import { leavesOf, type Model } from '../shared/model/model.ts';
import { definitionDocument } from '../shared/model/study.ts';
import type { Benchmark, Measurement } from './Benchmark.ts';
import { DevTools } from './DevTools.ts';
import { bookFile, eventFile } from './data.ts';
import { benchedModel } from './scoring.ts';
import { withDoor } from './window.ts';

const metrics = 32;
const inputEvents = 120;
/** The hand moves once a frame. */
const frameMs = 1000 / 60;

/**
 * Moments of a drag on the page's clock: edits, answers (when they were asked for and how, their time in the kernel), paintings, and the
 * frames of the screen: when each was due, and when the page began to draw it.
 */
interface Marks {
  events: number[];
  answers: { at: number; asked: number; how: 'move' | 'rest'; kernelMs: number }[];
  paintings: { at: number; frame: number }[];
  frames: { due: number; begun: number }[];
}

/** One answer of the drag, from the input that asked for it to the picture; before it was asked for it may have waited for others. */
interface Painted {
  event: number;
  waitMs: number;
  kernelMs: number;
  wireMs: number;
  paintMs: number;
  totalMs: number;
  /** From the frame in which the input came to the frame that shows its picture. */
  framesMs: number;
}

const segmented: Model = {
  ...benchedModel,
  segments: [
    { id: 'high', name: 'High', where: 'm1 > 66', weights: { d1: 40 }, curves: {}, cuts: [65, 85] },
    { id: 'middle', name: 'Middle', where: 'm1 > 33', weights: {}, curves: {} },
  ],
};

/** A study of so many accounts, three dates and an outcome, with the model of bench/scoring.ts in three segments, for as long as `use` runs. */
async function withStudy<Value>(accounts: number, use: (path: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-what-if-'));
  const path = join(folder, 'study');
  const engine = createEngine({ userDirectory: join(folder, 'user'), resourcesDirectory: 'resources' });
  try {
    await engine.invoke('create-study', { path });
    await engine.invoke('import-source', { path: await bookFile(accounts, metrics), as: 'accounts' });
    await engine.invoke('import-source', { path: await eventFile(accounts, accounts), as: 'events' });
    await engine.invoke('define-study', {
      document: definitionDocument.parse({
        account: { source: 'accounts', key: 'account_id', revenue: { column: 'revenue' } },
        readings: [
          { source: 'accounts', shape: { kind: 'snapshot' }, exportedOn: '2026-03-01' },
          {
            ...{ source: 'events', shape: { kind: 'events', date: 'event_date' }, exportedOn: '2026-09-30' },
            ...{ link: { column: 'account_id', to: 'accounts' }, unseenAccounts: 'zero' },
          },
        ],
        asOf: { kind: 'list', dates: ['2026-03-31', '2026-06-30', '2026-09-30'] },
        // Known at the first two dates, so that the first is the proof set.
        outcomes: [
          {
            ...{ id: 'lost', name: 'Lost', horizonDays: 60, recurrence: { kind: 'ignored' } },
            happens: { kind: 'event', source: 'events', where: "kind = 'export'" },
          },
        ],
        metrics: leavesOf(benchedModel.dimensions).map(({ metric }) => ({
          id: metric,
          name: metric,
          value: { kind: 'column', source: 'accounts', column: metric },
        })),
        models: [segmented],
        currentModel: segmented.id,
      }),
    });
    await engine.close();
    return await use(path);
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where the mouse holds a slider, and how far it can go. */
interface Hold {
  left: number;
  width: number;
  middle: number;
}

/** Takes hold of a slider of the What-if screen with the mouse. */
async function takeHold(page: DevTools): Promise<Hold> {
  const room = "[...document.querySelectorAll('nav button')].find(({ textContent }) => textContent.includes('What-if'))";
  await page.until(room);
  await page.evaluate(`${room}.click()`);
  await page.until("document.body.textContent.includes('outline: baseline · exact')");
  const box = await page.evaluate<{ x: number; y: number; width: number; height: number }>(`(() => {
    const slider = document.querySelector('input[type=range][aria-label="Weight of m9"]');
    slider.scrollIntoView({ block: 'center' });
    return slider.getBoundingClientRect().toJSON();
  })()`);
  const hold = { left: box.x + 6, width: box.width - 12, middle: box.y + box.height / 2 };
  await page.mouse('mousePressed', hold.left, hold.middle);
  await page.mouse('mouseMoved', hold.left + 30, hold.middle);
  await page.until("document.body.textContent.includes('in hand ~')");
  await wait(2000);
  await page.mouse('mouseMoved', hold.left, hold.middle);
  return hold;
}

/** Drags from one end of the slider to the other, at most one input event a frame, rests, and reads the marks that were left. */
async function drag(page: DevTools, { left, width, middle }: Hold, isBack: boolean): Promise<Marks> {
  await wait(500);
  await page.evaluate(`(() => {
    performance.clearMarks();
    const frames = (window.benchedFrames = []);
    const record = (due) => {
      frames.push({ due, begun: performance.now() });
      if (window.benchedFrames === frames) requestAnimationFrame(record);
    };
    requestAnimationFrame(record);
  })()`);
  for (let event = 1; event <= inputEvents; event++) {
    const due = wait(frameMs);
    const share = event / inputEvents;
    await page.mouse('mouseMoved', left + (isBack ? 1 - share : share) * width, middle);
    await due;
  }
  await wait(1000);
  return page.evaluate(`(() => {
    const of = (moment) => performance.getEntriesByName('what-if:' + moment);
    const times = (moment) => of(moment).map(({ startTime }) => startTime);
    const frames = window.benchedFrames;
    window.benchedFrames = null;
    return {
      events: times('event'),
      answers: of('answered').map(({ startTime, detail }) => ({ at: startTime, ...detail })),
      paintings: of('painted').map(({ startTime, detail }) => ({ at: startTime, ...detail })),
      frames,
    };
  })()`);
}

/** Which input each answer is for: the newest when it was asked for. Of two that came in one frame the second is seen. */
function paintings({ events, answers, paintings, frames }: Marks): Painted[] {
  return answers.flatMap(({ at, asked, how, kernelMs }, index) => {
    const event = events.findLastIndex((event) => event <= asked);
    const painted = paintings[index];
    if (how === 'rest' || event < 0 || painted === undefined || painted.frame === paintings[index + 1]?.frame) return [];
    const since = events[event]!;
    const parts = { waitMs: asked - since, kernelMs, wireMs: at - asked - kernelMs, paintMs: painted.at - at };
    // Moves of the mouse come right before their frame is drawn; any other would be as old as it is.
    const cameIn = frames.find(({ begun }) => begun >= since)!;
    return [{ event, ...parts, totalMs: painted.at - since, framesMs: painted.frame - Math.min(cameIn.due, since) }];
  });
}

/** How many were older than two frames beyond the kernel's time when they were seen: by the frames of the screen, or by the clock, which adds the drawing. */
function late(painted: readonly Painted[], by: 'framesMs' | 'totalMs'): number {
  return painted.filter((one) => one[by] > one.kernelMs + 2 * frameMs).length;
}

/** Middle, 95th percentile and largest, in milliseconds. */
function spread(values: readonly number[]): { middle: number; text: string } {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { middle: Math.round(at(0.5) * 10) / 10, text: [at(0.5), at(0.95), at(1)].map((value) => value.toFixed(1)).join(' / ') };
}

const dragging = (accounts: number): Benchmark => ({
  name: 'what-if-window',
  size: accounts,
  run: () =>
    withStudy(accounts, (study) =>
      withDoor(async (address): Promise<Measurement> => {
        const page = await DevTools.open(address);
        try {
          const hold = await takeHold(page);
          const first = paintings(await drag(page, hold, false));
          // The code of page and engine is compiled by now.
          const [back, forth] = [await drag(page, hold, true), await drag(page, hold, false)];
          const painted = [back, forth].map(paintings);
          const of = (part: keyof Painted) => spread(painted.flat().map((one) => one[part]));
          const rested = [back, forth].map(({ paintings, events }) =>
            Math.round((paintings.at(-1)?.at ?? Number.NaN) - (events.at(-1) ?? Number.NaN)),
          );
          const each = (value: (painted: Painted[]) => number) => painted.map(value).join(' and ');
          return {
            ours: [
              `input to painted picture ${of('totalMs').text}`,
              `wait ${of('waitMs').text}, kernel ${of('kernelMs').text}, wire ${of('wireMs').text}, paint ${of('paintMs').text} ms (middle / 95 % / largest)`,
              `back and forth: ${each((one) => new Set(one.map(({ event }) => event)).size)} of ${back.events.length} and ${forth.events.length} positions painted`,
              `older by the frame ${each((one) => late(one, 'framesMs'))}, by the clock ${each((one) => late(one, 'totalMs'))}`,
              `in the first drag of the window ${late(first, 'framesMs')}, ${late(first, 'totalMs')}`,
              `segments and movers ${rested.join(' and ')} ms after the last`,
            ].join('; '),
            oursMs: of('totalMs').middle,
            peer: "two frames beyond the kernel's time",
            peerMs: of('kernelMs').middle + 2 * frameMs,
            peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
          };
        } finally {
          await page.close();
        }
      }, study),
    ),
});

export default [dragging(100_000), dragging(1_000_000)] satisfies Benchmark[];

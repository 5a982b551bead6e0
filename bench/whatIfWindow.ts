import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createEngine } from '../electron/engine/createEngine.ts';
import { leavesOf, type Model } from '../shared/model/model.ts';
import { definitionDocument } from '../shared/model/study.ts';
import type { Benchmark, Measurement } from './Benchmark.ts';
import { DevTools, type Point } from './DevTools.ts';
import { bookFile, eventFile } from './data.ts';
import { benchedModel } from './scoring.ts';
import { withDoor } from './window.ts';

const metrics = 32;
const inputEvents = 120;
/** As slow as the exact evidence of two models is at its slowest. */
const rowsPerMsOfEvidence = 30;
/** The hand moves once a frame. */
const frameMs = 1000 / 60;

/**
 * Moments of a drag on the page's clock: edits, answers that were shown (when they were asked for and how, their time in the kernel), positions
 * that were looked ahead to, paintings, and the frames of the screen: when each was due, and when the page began to draw it.
 */
interface Marks {
  events: number[];
  answers: (Asked & { how: 'known' | 'move' | 'rest' })[];
  ahead: Asked[];
  paintings: { at: number; frame: number }[];
  frames: { due: number; begun: number }[];
}

interface Asked {
  at: number;
  asked: number;
  kernelMs: number;
}

/** One answer of the drag, from its input to the picture. */
interface Painted {
  event: number;
  kernelMs: number;
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

/** Half the width of a slider's thumb. */
const thumb = 7;

/** The way of the mouse with a control in hand. */
interface Way {
  from: Point;
  to: Point;
}

/** Opens the What-if screen, and waits for the exact numbers. */
async function openWhatIf(page: DevTools): Promise<void> {
  const room = "[...document.querySelectorAll('nav button')].find(({ textContent }) => textContent.includes('What-if'))";
  await page.until(room);
  await page.evaluate(`${room}.click()`);
  await isExact(page);
}

const isExact = (page: DevTools) => page.until("document.body.textContent.includes('outline: baseline · exact')");

/**
 * From the thumb of a dimension's slider to its right end: every step is another position, for the dimensions' weights have a sum of 100. Or from
 * a place far from the thumb, which leaps there when it is pressed, to the other end.
 */
async function sliderOf(page: DevTools, dimension: number, isFar = false): Promise<Way> {
  const slider = `document.querySelectorAll('input[type=range][aria-label="Weight of Dimension"]')[${dimension}]`;
  const { x, y, width, height } = await boxOf(page, slider);
  const share = await page.evaluate<number>(`${slider}.value / ${slider}.max`);
  const at = (along: number) => ({ x: x + thumb + along * (width - 2 * thumb), y: y + height / 2 });
  if (isFar) return share < 0.5 ? { from: at(0.9), to: at(0.05) } : { from: at(0.1), to: at(0.95) };
  return { from: at(share), to: at(1) };
}

/** From the start of a metric's ramp up and to the right, by half a point a pixel and more. */
async function rampOf(page: DevTools, metric: string): Promise<Way> {
  await page.evaluate(`[...document.querySelectorAll('button')].find(({ title }) => title === '${metric}').click()`);
  const corner = `document.querySelector('[role=slider][aria-label="start of the ramp"]')`;
  await page.until(`${corner} && document.body.textContent.includes('of the accounts lie between')`);
  const { x, y, width, height } = await boxOf(page, corner);
  const from = { x: x + width / 2, y: y + height / 2 };
  return { from, to: { x: from.x + 60, y: from.y - 80 } };
}

async function boxOf(page: DevTools, element: string): Promise<Point & { width: number; height: number }> {
  await page.evaluate(`${element}.scrollIntoView({ block: 'center' })`);
  await wait(500);
  return page.evaluate(`${element}.getBoundingClientRect().toJSON()`);
}

/** Takes hold of a control, after the mouse has rested on it, drags it there and back, lets it go and waits for the exact numbers. */
async function dragBothWays(page: DevTools, { from, to }: Way, restMs: number): Promise<Marks[]> {
  await page.mouse('mouseMoved', from, false);
  await wait(restMs);
  await page.evaluate(recordFrames);
  await page.mouse('mousePressed', from, true);
  const there = await drag(page, from, to);
  await page.evaluate(recordFrames);
  await page.evaluate('performance.clearMarks()');
  const back = await drag(page, to, from);
  await page.mouse('mouseReleased', from, false);
  await isExact(page);
  return [there, back];
}

const recordFrames = `(() => {
  const frames = (window.benchedFrames = []);
  const record = (due) => {
    frames.push({ due, begun: performance.now() });
    if (window.benchedFrames === frames) requestAnimationFrame(record);
  };
  requestAnimationFrame(record);
})()`;

/** Moves the mouse along, at most one input event a frame, rests, and reads the marks that were left. */
async function drag(page: DevTools, from: Point, to: Point): Promise<Marks> {
  for (let event = 1; event <= inputEvents; event++) {
    const due = wait(frameMs);
    const along = (axis: 'x' | 'y') => from[axis] + (event / inputEvents) * (to[axis] - from[axis]);
    await page.mouse('mouseMoved', { x: along('x'), y: along('y') }, true);
    await due;
  }
  await wait(1500);
  return page.evaluate(`(() => {
    const of = (moment) => performance.getEntriesByName('what-if:' + moment).map(({ startTime, detail }) => ({ at: startTime, ...detail }));
    const frames = window.benchedFrames;
    window.benchedFrames = null;
    return { events: of('event').map(({ at }) => at), answers: of('answered'), ahead: of('ahead'), paintings: of('painted'), frames };
  })()`);
}

/** Which input each answer is for: the newest when it was asked for. Of two that came in one frame the second is seen. */
function paintings({ events, answers, paintings, frames }: Marks): Painted[] {
  return answers.flatMap(({ at, asked, how, kernelMs }, index) => {
    const event = events.findLastIndex((event) => event <= asked);
    const painted = paintings[index];
    if (how === 'rest' || event < 0 || painted === undefined || painted.frame === paintings[index + 1]?.frame) return [];
    const since = events[event]!;
    // Moves of the mouse come right before their frame is drawn; any other would be as old as it is.
    const cameIn = frames.find(({ begun }) => begun >= since)!;
    const framesMs = painted.frame - Math.min(cameIn.due, since);
    return [{ event, kernelMs, paintMs: painted.at - at, totalMs: painted.at - since, framesMs }];
  });
}

/** How many were older than two frames beyond the kernel's time when they were seen: by the frames of the screen, or by the clock, which adds the drawing. */
function late(painted: readonly Painted[], by: 'framesMs' | 'totalMs'): number {
  return painted.filter((one) => one[by] > one.kernelMs + 2 * frameMs).length;
}

/** How long after each input a picture of it, or of a newer one, was seen. */
function seen(marks: Marks): number[] {
  const painted = paintings(marks).map(({ event, totalMs }) => ({ event, at: marks.events[event]! + totalMs }));
  return marks.events.flatMap((since, event) => {
    const first = painted.find((one) => one.event >= event);
    return first ? [first.at - since] : [];
  });
}

/** How long after the last input segments and movers were painted; not a number where they were not. */
function rested({ answers, paintings, events }: Marks): number {
  const rest = answers.findLastIndex(({ how }) => how === 'rest');
  return Math.round((paintings[rest]?.at ?? Number.NaN) - (events.at(-1) ?? Number.NaN));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) / 10;
}

/** Middle, 95th percentile and largest, in milliseconds. */
const spread = (values: readonly number[]) => [0.5, 0.95, 1].map((share) => quantile(values, share).toFixed(1)).join(' / ');

/** What was measured of a control that was dragged there and back. */
function told(what: string, both: readonly Marks[]): string {
  const painted = both.map(paintings);
  const asked = both.flatMap(({ answers, ahead }) => [...answers.filter(({ how }) => how === 'move'), ...ahead]);
  const each = (value: (marks: Marks, painted: Painted[]) => number) =>
    both.map((marks, index) => value(marks, painted[index]!)).join(' and ');
  return [
    `${what}: input to painted picture ${spread(painted.flat().map(({ totalMs }) => totalMs))}`,
    `of it paint ${spread(painted.flat().map(({ paintMs }) => paintMs))}`,
    `${asked.length} calls, kernel ${spread(asked.map(({ kernelMs }) => kernelMs))}, wire ${spread(asked.map(({ at, asked, kernelMs }) => at - asked - kernelMs))} ms (middle / 95 % / largest)`,
    `each input to its own picture or a newer one ${spread(both.flatMap(seen))}`,
    `known already ${each(({ answers }) => answers.filter(({ how }) => how === 'known').length)}`,
    `painted ${each((_, one) => new Set(one.map(({ event }) => event)).size)} of ${each(({ events }) => events.length)} positions`,
    `older by the frame ${each((_, one) => late(one, 'framesMs'))}, by the clock ${each((_, one) => late(one, 'totalMs'))}`,
    `segments and movers ${each(rested)} ms after the last`,
  ].join('; ');
}

const dragging = (accounts: number): Benchmark => ({
  name: 'what-if-window',
  size: accounts,
  run: () =>
    withStudy(accounts, (study) =>
      withDoor(async (address): Promise<Measurement> => {
        const page = await DevTools.open(address);
        try {
          await openWhatIf(page);
          // In the first drags page and engine compile their code.
          const first = await dragBothWays(page, await sliderOf(page, 0), 0);
          const atOnce = await dragBothWays(page, await sliderOf(page, 1), 0);
          const waited = await dragBothWays(page, await sliderOf(page, 2), 1000);
          const far = await dragBothWays(page, await sliderOf(page, 0, true), 200);
          // The evidence of the draft before takes long, and is given up where a control moves.
          await wait(accounts / rowsPerMsOfEvidence);
          const alone = await dragBothWays(page, await sliderOf(page, 3), 1000);
          await wait(accounts / rowsPerMsOfEvidence);
          const ramp = await dragBothWays(page, await rampOf(page, 'm26'), 1000);
          return {
            ours: [
              told('a second after pointing at it, nothing else under way', alone),
              told('a second after pointing at it, right after another draft', waited),
              told('pressed far from its thumb, right after another draft', far),
              told('at once, right after another draft', atOnce),
              told('the first of a window, at once', first),
              told('the start of a ramp', ramp),
            ].join(' | '),
            oursMs: quantile(seen(alone[0]!), 0.95),
            peer: 'two frames; ours: 95 % of the inputs, on the way there with nothing else under way, until they or newer ones are seen',
            peerMs: 2 * frameMs,
            peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
          };
        } finally {
          await page.close();
        }
      }, study),
    ),
});

export default [dragging(100_000), dragging(1_000_000)] satisfies Benchmark[];

// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { HostContext } from '../../../renderer/state/host.ts';
import { useStudy } from '../../../renderer/state/studyStore.ts';
import type { CallState } from '../../../renderer/state/useCall.ts';
import { Exactness } from '../../../renderer/views/whatIf/Exactness.tsx';
import { clearFrames, type Frame, useFrames } from '../../../renderer/views/whatIf/frameStore.ts';
import type { Question } from '../../../renderer/views/whatIf/live/question.ts';
import { MigrationPanel } from '../../../renderer/views/whatIf/MigrationPanel.tsx';
import { MoversPanel } from '../../../renderer/views/whatIf/MoversPanel.tsx';
import { NoOutcome } from '../../../renderer/views/whatIf/NoOutcome.tsx';
import { PictureSentence } from '../../../renderer/views/whatIf/PictureSentence.tsx';
import { ProofPanel } from '../../../renderer/views/whatIf/ProofPanel.tsx';
import { SegmentsPanel } from '../../../renderer/views/whatIf/SegmentsPanel.tsx';
import { SharesPanel } from '../../../renderer/views/whatIf/SharesPanel.tsx';
import { useWhatIf } from '../../../renderer/views/whatIf/whatIfStore.ts';
import type { Host } from '../../../renderer/wire/host.ts';
import type { Mover } from '../../../shared/contract/mover.ts';
import { smallBook, smallDraft } from './smallDraft.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const question: Question = { baseline: { version: 'v1' }, asOf: null, segment: null, outcome: null, bands: null, dataChanges: 0 };
const sides = { before: smallDraft.bands, after: smallDraft.bands };
const exact: Frame = {
  question,
  model: smallDraft,
  sides,
  book: smallBook,
  outline: null,
  isExact: true,
  sampled: { accounts: null, observations: null },
  line: null,
  parts: [],
  segments: null,
  movers: null,
};
const compared = { baseline: question.baseline, draft: { model: smallDraft } };
const single = {
  ...smallBook,
  accounts: 1,
  revenue: 5,
  binAccounts: [0, 0, 1, 0],
  migrationAccounts: [[0, 1, 0, 0], zero(), zero(), zero()],
};
const withheld = { ...smallBook, mean: null, binAccounts: [0, 0, 0, 0], migrationAccounts: [[0, 0, 0, 4], zero(), zero(), [0, 0, 0, 6]] };
const mover = (account: string): Mover => ({
  account,
  name: null,
  owner: null,
  segment: 's',
  revenue: null,
  before: { score: 40, band: 'red' },
  after: { score: 50, band: 'red' },
  change: 10,
  because: null,
});

function zero() {
  return [0, 0, 0, 0];
}

/** What a part of the screen says, with an engine that answers as told. */
async function shown(part: ReactNode, answer: () => Promise<unknown> = async () => expect.fail('asks nothing')) {
  const place = document.createElement('div');
  const root = createRoot(place);
  const draw = (next: ReactNode) =>
    act(async () => root.render(<HostContext value={{ kind: 'browser', invoke: answer } as unknown as Host}>{next}</HostContext>));
  await draw(part);
  onTestFinished(() => act(async () => root.unmount()));
  return { place, draw, text: () => place.textContent ?? '' };
}

beforeEach(() => {
  clearFrames();
  useStudy.setState(({ draft }) => ({ draft: { ...draft, models: [smallDraft], currentModel: smallDraft.id } }));
});

describe('how exact it is', () => {
  const says = async (frame: Frame, about = question) => {
    useFrames.setState({ frame });
    return (await shown(<Exactness question={about} />)).text();
  };
  test('is said of the draft and the question as they are', async () => {
    expect(await says(exact)).toBe('exact');
    expect(await says(exact, { ...question, segment: 's' })).toBe('answering …');
    expect(await says({ ...exact, model: { ...smallDraft } })).toBe('answering …');
    expect(await says({ ...exact, isExact: false })).toBe('in hand ~');
  });
  test('names the sample that answers', async () => {
    expect(await says({ ...exact, isExact: false, sampled: { accounts: 2_000_000, observations: null } })).toMatch(
      /^in hand ~, from a sample of 2.000.000 accounts$/,
    );
  });
});

describe('the proof set', () => {
  test('says where its numbers come from while there are none, and nothing beside its progress', async () => {
    const evidence = { value: null, isCurrent: false, failure: null, progress: null, cancel: () => {} };
    const panel = (asked: CallState<'compare-evidence'>) => <ProofPanel evidence={asked} outcome="lost" sides={sides} />;
    const { text, draw } = await shown(panel(evidence));
    expect(text()).toContain('measured where the draft comes to rest');
    await draw(panel({ ...evidence, progress: { share: 0.5, step: 'Resampling' } }));
    expect(text()).not.toContain('comes to rest');
  });
});

describe('movers', () => {
  const none = { largest: 0, worse: 0, better: 0, 'newly-worst': 0, 'newly-best': 0, crossing: 0 };
  const panel = (about: typeof compared | null, isWaiting = about === null) => (
    <MoversPanel compared={about} isWaiting={isWaiting} sides={sides} currency={null} />
  );
  test('say nothing until they are known, and that there are none once that is', async () => {
    const { text, draw } = await shown(panel(null), async () => ({ total: 0, totalRevenue: 0, counts: none, movers: [] }));
    expect(text()).toContain('looking …');
    expect(text()).not.toContain('No account moves');
    await draw(panel(compared));
    expect(text()).toContain('No account moves');
    await draw(panel(null));
    expect(text()).not.toContain('No account moves');
  });
  test('are not looked for while the draft moves, and those compared last stay listed where it cannot be compared', async () => {
    const asked: { kind: string; signal: AbortSignal | undefined }[] = [];
    const answer = async (_: string, { kind }: { kind: string }, options?: { signal?: AbortSignal }) => {
      asked.push({ kind, signal: options?.signal });
      return { total: 1, totalRevenue: 0, counts: none, movers: [mover('A-1')] };
    };
    const { text, draw } = await shown(panel(compared), answer as never);
    await draw(panel(null));
    await act(async () => useWhatIf.getState().look({ moverKind: 'worse' }));
    expect(asked.map(({ kind, signal }) => [kind, signal?.aborted])).toEqual([['largest', true]]);
    expect(text()).toContain('looking …');
    await draw(panel(null, false));
    expect(asked.map(({ kind }) => kind)).toEqual(['largest', 'worse']);
    expect(text()).toContain('of the draft compared last');
    useWhatIf.setState(useWhatIf.getInitialState());
  });
  test('say at rest how many there are of each kind', async () => {
    const counts = { largest: 1234, worse: 1000, better: 200, 'newly-worst': 31, 'newly-best': 5, crossing: 47 };
    const { place } = await shown(panel(compared), async () => ({ total: 1234, totalRevenue: 0, counts, movers: [mover('A-1')] }));
    const offered = [...place.querySelectorAll('option')].map(({ textContent }) => textContent?.replace(/\D+/g, ''));
    expect(offered).toEqual(['1234', '1000', '200', '31', '5', '47']);
  });
  test('from the hand are of the kind that is chosen, and say that there may be more', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => mover(`A-${index}`));
    useFrames.setState({ frame: { ...exact, isExact: false, movers: { kind: 'largest', rows, total: null } } });
    expect((await shown(panel(null))).text()).toContain('in hand …, the first 50');
    useFrames.setState({ frame: { ...exact, isExact: false, movers: { kind: 'worse', rows, total: null } } });
    expect((await shown(panel(null))).text()).toContain('looking …');
  });
  test('from the hand say how many there are where the migration tells', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => mover(`A-${index}`));
    useFrames.setState({ frame: { ...exact, isExact: false, movers: { kind: 'largest', rows, total: 312 } } });
    expect((await shown(panel(null))).text()).toContain('in hand …, the first 50 of 312');
  });
});

test('without an outcome it is said what to do, and the book answers all the same', async () => {
  const { text } = await shown(<NoOutcome />);
  expect(text()).toContain('No outcome is defined');
  expect(text()).toContain('Go to Sources');
});

test('a frame of more bands than the draft has now is drawn by its own', async () => {
  const four = [...smallDraft.bands, { ...smallDraft.bands[2]!, id: 'blue', name: 'Blue' }];
  useFrames.setState({
    frame: {
      ...exact,
      sides: { before: four, after: smallDraft.bands },
      book: {
        ...smallBook,
        migrationAccounts: [zero(), zero(), zero(), [0, 0, 10, 0], zero()],
        migrationRevenue: [zero(), zero(), zero(), zero(), zero()],
      },
    },
  });
  const { text } = await shown(<MigrationPanel currency={null} swap={null} />);
  expect(text()).toContain('Blue to Green: 10 accounts');
});

test('a segment of one account, and a book without any score, have words and no nonsense', async () => {
  const books = [
    { id: 's', name: 'S', outline: null, book: single },
    { id: 'base', name: 'Everyone else', outline: null, book: withheld },
  ];
  useFrames.setState({ frame: { ...exact, book: withheld, segments: { model: smallDraft, sides, books } } });
  const { text } = await shown(
    <>
      <SegmentsPanel currency={null} />
      <SharesPanel />
      <PictureSentence />
    </>,
  );
  expect(text()).toContain('S1 account');
  expect(text()).toContain('No account has a score: 10 accounts without enough data.');
  expect(text()).not.toMatch(/NaN|Infinity|undefined/);
});

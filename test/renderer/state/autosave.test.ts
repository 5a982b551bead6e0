import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Autosave, startAutosave } from '../../../renderer/state/autosave.ts';
import { useNotices } from '../../../renderer/state/noticeStore.ts';
import { useStudy } from '../../../renderer/state/studyStore.ts';
import type { CallInput, Invoke } from '../../../shared/contract/contract.ts';
import type { OpenStudy } from '../../../shared/contract/studyCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import { openStudyOf } from '../openStudyOf.ts';

type Saved = CallInput<'save-study'>;

/** An engine that holds one study.json and refuses saves that name another revision. */
class DiskStandIn {
  open = openStudyOf();
  saves: Saved[] = [];

  invoke = (async (name: string, input: Saved) => {
    if (name === 'read-study') return this.open;
    if (input.revision !== this.open.revision) throw new Failure('study-changed', { found: this.open.revision, expected: input.revision });
    const { revision, ...parts } = input;
    this.saves.push(input);
    this.open = { ...this.open, revision: revision + 1, study: { ...this.open.study, ...parts } as OpenStudy['study'] };
    return { revision: revision + 1 };
  }) as Invoke;
}

describe('autosave', () => {
  let disk: DiskStandIn;
  let autosave: Autosave;
  const rename = (name: string) => useStudy.getState().edit('name', (draft) => ({ ...draft, name }));

  beforeEach(() => {
    vi.useFakeTimers();
    disk = new DiskStandIn();
    useNotices.setState({ notices: [] });
    autosave = startAutosave(disk.invoke);
    useStudy.getState().adopt(disk.open);
  });
  afterEach(() => {
    autosave.stop();
    vi.useRealTimers();
  });

  test('writes once after the edits rest, and remembers the new revision', async () => {
    rename('a');
    rename('b');
    expect(useStudy.getState().saveState).toBe('pending');
    await vi.runAllTimersAsync();
    expect(disk.saves.map(({ name }) => name)).toEqual(['b']);
    expect(useStudy.getState()).toMatchObject({ saveState: 'saved', open: { revision: 2 } });
    rename('c');
    await vi.runAllTimersAsync();
    expect(disk.open).toMatchObject({ revision: 3, study: { name: 'c' } });
  });

  test('opening a study, or a refresh of its sources, writes nothing', async () => {
    useStudy.getState().refresh({ ...disk.open, revision: 1 });
    await vi.runAllTimersAsync();
    expect(disk.saves).toEqual([]);
  });

  test('a drag is written when it ends, not while it moves', async () => {
    useStudy.getState().beginDrag();
    for (const name of ['a', 'b', 'c']) {
      rename(name);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(disk.saves).toEqual([]);
    useStudy.getState().endDrag();
    await vi.runAllTimersAsync();
    expect(disk.saves.map(({ name }) => name)).toEqual(['c']);
  });

  test('an undo that is redone before it was written is saved already; one that is being written is followed', async () => {
    rename('a');
    await vi.runAllTimersAsync();
    useStudy.getState().undo();
    expect(useStudy.getState().saveState).toBe('pending');
    useStudy.getState().redo();
    expect(useStudy.getState().saveState).toBe('saved');
    useStudy.getState().undo();
    vi.advanceTimersByTime(400);
    expect(useStudy.getState().saveState).toBe('saving');
    useStudy.getState().redo();
    await vi.runAllTimersAsync();
    expect(disk.open.study.name).toBe('a');
    expect(useStudy.getState().saveState).toBe('saved');
  });

  test('undo is written too', async () => {
    rename('a');
    await vi.runAllTimersAsync();
    useStudy.getState().undo();
    await vi.runAllTimersAsync();
    expect(disk.open.study.name).toBe('Q3');
  });

  test('saves on top of a revision in which only the sources changed', async () => {
    disk.open = { ...disk.open, revision: 7 };
    rename('a');
    await vi.runAllTimersAsync();
    expect(disk.open).toMatchObject({ revision: 8, study: { name: 'a' } });
    expect(useNotices.getState().notices).toEqual([]);
  });

  test('does not overwrite a definition that was changed elsewhere, and says so', async () => {
    disk.open = { ...disk.open, revision: 7, study: { ...disk.open.study, name: 'by the command line' } };
    rename('a');
    await vi.runAllTimersAsync();
    expect(disk.open.study.name).toBe('by the command line');
    expect(useStudy.getState().saveState).toBe('failed');
    expect(useNotices.getState().notices).toMatchObject([{ tone: 'failure', action: { label: 'Save again' } }]);
  });

  test('flush writes at once', async () => {
    rename('a');
    await autosave.flush();
    expect(disk.saves).toHaveLength(1);
  });
});

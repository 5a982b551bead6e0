import { expect, it } from 'vitest';
import { Recent } from '../../../electron/engine/whatIf/Recent.ts';
import { Failure } from '../../../shared/failure.ts';

it('keeps what was used last, and makes the same thing once', async () => {
  const recent = new Recent<string>(2);
  let made = 0;
  const make = (value: string) => async () => {
    made += 1;
    return value;
  };
  expect(await Promise.all([recent.get('a', make('a')), recent.get('a', make('a'))])).toEqual(['a', 'a']);
  expect(made).toBe(1);
  await recent.get('b', make('b'));
  expect(await recent.find('a')).toBe('a');
  await recent.get('c', make('c'));
  expect(await recent.find('a')).toBe('a');
  expect(recent.find('b')).toBeUndefined();
});

it('does not keep what failed, and makes anew what another call was cancelled in', async () => {
  const recent = new Recent<string>(2);
  const cancelled = new Failure('cancelled');
  const first = recent.get('a', () => Promise.reject(cancelled));
  const second = recent.get('a', async () => 'a');
  await expect(first).rejects.toBe(cancelled);
  expect(await second).toBe('a');
  await expect(recent.get('b', () => Promise.reject(new Failure('book-empty')))).rejects.toMatchObject({ code: 'book-empty' });
  expect(recent.find('b')).toBeUndefined();
});

it('gives what there is, the newest first, and drops what it is told to', async () => {
  const recent = new Recent<string>(3);
  for (const name of ['a', 'b']) await recent.get(name, async () => name.toUpperCase());
  void recent.get('underway', () => new Promise(() => undefined));
  expect(await recent.newestFirst()).toEqual([
    ['b', 'B'],
    ['a', 'A'],
  ]);
  recent.drop('b');
  expect(recent.find('b')).toBeUndefined();
});

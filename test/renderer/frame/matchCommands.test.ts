import { expect, test } from 'vitest';
import { matchCommands } from '../../../renderer/frame/matchCommands.ts';

const commands = ['Open the sample study', 'Close study', 'Sources', 'Undo'].map((name) => ({ name, group: 'Study', run: () => {} }));
const found = (text: string) => matchCommands(commands, text).map(({ name }) => name);

test('every word typed has to be somewhere in name or group', () => {
  expect(found('study open')).toEqual(['Open the sample study']);
  expect(found('nothing of the kind')).toEqual([]);
  expect(found('  ')).toHaveLength(4);
});

test('names that begin with what was typed come first', () => {
  expect(found('s')).toEqual(['Sources', 'Open the sample study', 'Close study', 'Undo']);
});

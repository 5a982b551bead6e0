import type { Command } from '../state/commands.ts';

/** The commands that hold every word typed, those that begin with them first. */
export function matchCommands(commands: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = ({ name }: Command) => (words.every((word) => name.toLowerCase().startsWith(word)) ? 0 : 1);
  return commands
    .filter(({ name, group }) => words.every((word) => `${group} ${name}`.toLowerCase().includes(word)))
    .toSorted((left, right) => rank(left) - rank(right));
}

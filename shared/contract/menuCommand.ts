/** What the desktop menu can ask of the window; each is also reachable inside it. */
export const menuCommands = [
  'create-study',
  'open-study',
  'open-sample',
  'import-files',
  'undo',
  'redo',
  'show-sources',
  'show-model',
  'show-book',
  'show-what-if',
  'show-palette',
] as const;

export type MenuCommand = (typeof menuCommands)[number];

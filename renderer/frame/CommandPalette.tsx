import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { classes } from '../parts/classes.ts';
import { Dialog } from '../parts/Dialog.tsx';
import fieldStyles from '../parts/Field.module.css';
import { type Command, useCommands } from '../state/commands.ts';
import styles from './CommandPalette.module.css';
import { matchCommands } from './matchCommands.ts';
import { usePalette } from './paletteStore.ts';

/** Every command by name: type a part of it, arrows choose, Enter runs. */
export function CommandPalette() {
  const { open, hide } = usePalette();
  return open ? <Palette onClose={hide} /> : null;
}

function Palette({ onClose }: { onClose: () => void }) {
  const byOwner = useCommands((state) => state.byOwner);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => matchCommands(Object.values(byOwner).flat(), text), [byOwner, text]);
  const active = Math.min(at, found.length - 1);

  useEffect(() => {
    document.getElementById(`command-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    // After the dialog has given the focus back, so that the command may move it.
    requestAnimationFrame(command.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 10, PageUp: active - 10 }[event.key];
    if (event.key === 'Enter') run(found[active]);
    else if (target !== undefined) setAt(Math.max(0, Math.min(found.length - 1, target)));
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title="Commands" onClose={onClose}>
      <input
        className={fieldStyles.control}
        role="combobox"
        aria-label="Command"
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={found.length > 0 ? `command-${active}` : undefined}
        placeholder="Type a part of its name"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="commands" role="listbox" aria-label="Commands" className={styles.list}>
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox answers the keys
          <div
            key={`${command.group} ${command.name}`}
            id={`command-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes(styles.command, index === active && styles.active)}
            onClick={() => run(command)}
          >
            <span className={styles.group}>{command.group}</span>
            <span>{command.name}</span>
            {command.keys && <kbd className={styles.keys}>{command.keys}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles.none}>No command has “{text}” in its name.</p>}
    </Dialog>
  );
}

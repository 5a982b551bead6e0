import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button, type ButtonProps } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Menu.module.css';

export interface MenuItem {
  /** Tells items apart where labels may be equal. */
  id?: string;
  label: string;
  run: () => void;
  disabled?: boolean;
  /** Set on items that are one of several states. */
  checked?: boolean;
  /** A state of its own rather than one of several: the list stays open for the next. */
  toggles?: boolean;
}

interface MenuProps {
  label: ReactNode;
  items: readonly MenuItem[];
  button?: Omit<ButtonProps, 'onClick' | 'children'>;
}

/** A button that opens a short list of actions: arrows move, Enter runs, Escape closes and gives the focus back. */
export function Menu({ label, items, button }: MenuProps) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  const itemsOf = () => [...(frame.current?.querySelectorAll<HTMLButtonElement>('[role^=menuitem]:not(:disabled)') ?? [])];

  useEffect(() => {
    if (!open) return;
    const list = frame.current?.querySelectorAll<HTMLButtonElement>('[role^=menuitem]:not(:disabled)');
    list?.[0]?.focus();
    const leave = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [open]);

  const close = () => {
    setOpen(false);
    frame.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const list = itemsOf();
    const at = list.indexOf(document.activeElement as HTMLButtonElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') close();
    if (event.key === 'Escape') event.stopPropagation();
    if (target === undefined) return;
    event.preventDefault();
    list[(target + list.length) % list.length]?.focus();
  };

  return (
    <div ref={frame} className={styles.frame}>
      <Button {...button} aria-haspopup="menu" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      {open && (
        <div id={id} role="menu" className={styles.menu} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <button
              key={item.id ?? item.label}
              type="button"
              {...roleOf(item)}
              tabIndex={-1}
              disabled={item.disabled}
              className={classes(styles.item, item.checked && styles.checked)}
              onClick={() => {
                if (!item.toggles) close();
                item.run();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function roleOf({ checked, toggles }: MenuItem) {
  if (checked === undefined) return { role: 'menuitem' };
  return { role: toggles ? 'menuitemcheckbox' : 'menuitemradio', 'aria-checked': checked };
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { Source } from '../../../../shared/model/source.ts';
import { TextField } from '../../../parts/TextField.tsx';
import { columnsOf } from '../../../state/useSources.ts';
import { ProfileCard } from './ProfileCard.tsx';
import styles from './ProfileList.module.css';

const cardHeight = 92;

/** Every column with what it holds. A column is counted when it comes into sight, so that wide sources open at once. */
export function ProfileList({ source }: { source: Source }) {
  const [search, setSearch] = useState('');
  const frame = useRef<HTMLElement>(null);
  const columns = columnsOf(source).filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  const list = useVirtualizer({
    count: columns.length,
    getScrollElement: () => frame.current,
    estimateSize: () => cardHeight,
    overscan: 2,
  });
  return (
    <>
      <div className={styles.bar}>
        <TextField label="Find a column" labelHidden live type="search" placeholder="Find a column" value={search} onChange={setSearch} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section ref={frame} className={styles.frame} tabIndex={0} aria-label={`Columns of ${source.name}`}>
        <ul className={styles.list} style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start }) => {
            const column = columns[index];
            return (
              column && (
                <li key={column.name} className={styles.item} style={{ transform: `translateY(${start}px)` }}>
                  <ProfileCard source={source} column={column} />
                </li>
              )
            );
          })}
        </ul>
      </section>
    </>
  );
}

import { type KeyboardEvent, useId } from 'react';
import { BandsSection } from './BandsSection.tsx';
import { type ModelSection, useModelScreen } from './modelStore.ts';
import { NodeSection } from './NodeSection.tsx';
import { RulesSection } from './RulesSection.tsx';
import styles from './SectionPanel.module.css';
import { SegmentsSection } from './SegmentsSection.tsx';
import type { ModelEditor } from './useModelEditor.ts';

const sections: { id: ModelSection; label: string; Content: (props: { editor: ModelEditor }) => React.ReactNode }[] = [
  { id: 'metric', label: 'Metric', Content: NodeSection },
  { id: 'bands', label: 'Bands', Content: BandsSection },
  { id: 'segments', label: 'Segments', Content: SegmentsSection },
  { id: 'rules', label: 'Model', Content: RulesSection },
];

/** One part of the model in detail: the chosen metric, the bands, the segments, or the rules of the whole. */
export function SectionPanel({ editor }: { editor: ModelEditor }) {
  const { section, show } = useModelScreen();
  const id = useId();
  const at = sections.findIndex((each) => each.id === section);
  const { Content } = sections[at]!;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: sections.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = sections[(target + sections.length) % sections.length]!;
    show(next.id);
    event.currentTarget.querySelector<HTMLButtonElement>(`#${CSS.escape(`${id}-${next.id}`)}`)?.focus();
  };
  return (
    <section className={styles.panel} aria-label="Part of the model">
      <div role="tablist" aria-label="Parts of the model" className={styles.tabs} onKeyDown={onKeyDown}>
        {sections.map((each) => (
          <button
            key={each.id}
            id={`${id}-${each.id}`}
            type="button"
            role="tab"
            aria-selected={each.id === section}
            aria-controls={each.id === section ? `${id}-panel` : undefined}
            tabIndex={each.id === section ? 0 : -1}
            className={styles.tab}
            onClick={() => show(each.id)}
          >
            {each.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${section}`} className={styles.body}>
        <Content editor={editor} />
      </div>
    </section>
  );
}

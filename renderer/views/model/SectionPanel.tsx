import { Tabs } from '../../parts/Tabs.tsx';
import { BandsSection } from './BandsSection.tsx';
import { type ModelSection, useModelScreen } from './modelStore.ts';
import { NodeSection } from './NodeSection.tsx';
import { RulesSection } from './RulesSection.tsx';
import styles from './SectionPanel.module.css';
import { SegmentsSection } from './SegmentsSection.tsx';
import type { ModelEditor } from './useModelEditor.ts';

const sections: readonly { name: ModelSection; label: string }[] = [
  { name: 'metric', label: 'Metric' },
  { name: 'bands', label: 'Bands' },
  { name: 'segments', label: 'Segments' },
  { name: 'rules', label: 'Model' },
];

const contents = { metric: NodeSection, bands: BandsSection, segments: SegmentsSection, rules: RulesSection };

/** One part of the model in detail: the chosen metric, the bands, the segments, or the rules of the whole. */
export function SectionPanel({ editor }: { editor: ModelEditor }) {
  const { section, show } = useModelScreen();
  const Content = contents[section];
  return (
    <section className={styles.panel} aria-label="Part of the model">
      <Tabs label="Parts of the model" tabs={sections} current={section} onChange={show}>
        <div className={styles.content}>
          <Content editor={editor} />
        </div>
      </Tabs>
    </section>
  );
}

import { useMemo } from 'react';
import { advice } from '../../../shared/scoring/advice.ts';
import { Panel } from '../../parts/Panel.tsx';
import styles from './Advice.module.css';
import { useModelScreen } from './modelStore.ts';
import type { ModelEditor } from './useModelEditor.ts';

/** What is worth a second look in the model. Advice, not limits. */
export function Advice({ editor }: { editor: ModelEditor }) {
  const { seen, metricOf } = editor;
  const select = useModelScreen((state) => state.select);
  const found = useMemo(() => advice(seen, (metric) => metricOf(metric)?.name ?? metric), [seen, metricOf]);
  return (
    <Panel title="Advice" about={found.length === 0 ? 'nothing stands out' : 'worth a second look, not limits'}>
      {found.length === 0 ? (
        <p className={styles.none}>Every metric matters, every band can be reached, and no reference is missing.</p>
      ) : (
        <ul className={styles.list}>
          {found.map(({ node, sentence }) => (
            <li key={sentence}>
              {node === null ? (
                sentence
              ) : (
                <button type="button" className={styles.link} onClick={() => select(node)}>
                  {sentence}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

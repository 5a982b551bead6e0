import type { GivenScore } from '../../../../shared/model/definition.ts';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useStudy } from '../../../state/studyStore.ts';
import styles from '../form.module.css';
import { ColumnSelect, dateTypes } from './ColumnSelect.tsx';
import { EntityEditor } from './EntityEditor.tsx';
import { editEntities } from './editEntities.ts';
import { SourceSelect } from './SourceSelect.tsx';

const edits = editEntities<'givenScores'>('givenScores', 'given score', ({ definition, sources }) => ({
  name: '',
  source: definition.account?.source ?? sources[0]?.id ?? 'accounts',
  column: '',
  kind: 'score',
}));

/** The scores or bands of the tool in use today, to be compared with. */
export function GivenScoresEditor() {
  const givenScores = useStudy(({ draft }) => draft.definition.givenScores);
  return (
    <EntityEditor<GivenScore>
      title="Given scores"
      about="scores or bands of the tool in use today"
      noun="given score"
      entities={givenScores}
      summary={({ column, date }) => (date ? `${column}, dated` : `${column}, undated`)}
      onAdd={edits.add}
      onRemove={edits.remove}
      empty="Does our score work, and does mine beat it? Name the column that holds today's score and the answer becomes possible."
    >
      {(given) => (
        <div className={styles.section}>
          <div className={styles.form}>
            <TextField label="Name" value={given.name} onChange={(name) => name.trim() && edits.replace({ ...given, name: name.trim() })} />
            <SourceSelect label="Source" value={given.source} onChange={(source) => edits.replace({ ...given, source })} />
            <ColumnSelect
              label="Column"
              source={given.source}
              value={given.column || undefined}
              onChange={(column) => column && edits.replace({ ...given, column })}
            />
            <Select
              label="Holds"
              value={given.kind}
              options={[
                { value: 'score', label: 'a score' },
                { value: 'band', label: 'a band' },
              ]}
              onChange={(kind) => edits.replace({ ...given, kind })}
            />
            <ColumnSelect
              label="Dated by"
              none="undated"
              types={dateTypes}
              source={given.source}
              value={given.date}
              onChange={(date) => edits.replace({ ...given, date })}
              hint="Undated: for the book only, never for evidence."
            />
          </div>
        </div>
      )}
    </EntityEditor>
  );
}

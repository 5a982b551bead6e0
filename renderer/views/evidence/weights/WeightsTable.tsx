import { Lock, LockOpen } from 'lucide-react';
import type { z } from 'zod';
import type { SuggestedWeight, suggestedWeights } from '../../../../shared/contract/suggestedWeights.ts';
import { numberText, scoreText } from '../../../charts/numberText.ts';
import { Button } from '../../../parts/Button.tsx';
import { Checkbox } from '../../../parts/Checkbox.tsx';
import { classes } from '../../../parts/classes.ts';
import { NumberField } from '../../../parts/NumberField.tsx';
import { updateNode } from '../../model/edit/tree.ts';
import type { ModelEditor } from '../../model/useModelEditor.ts';
import { EstimateText } from '../EstimateText.tsx';
import { indexText } from '../estimateText.ts';
import { IntervalBar } from '../IntervalBar.tsx';
import { Section } from '../Section.tsx';
import table from '../table.module.css';
import styles from './WeightsTable.module.css';
import { type Bounds, type WeightNode, withBound } from './weightNodes.ts';

export type Suggestion = z.infer<typeof suggestedWeights>;

interface WeightsTableProps {
  nodes: readonly WeightNode[];
  /** Null until there is one for these nodes. */
  suggestion: Pick<Suggestion, 'weights'> | null;
  /** False while the stability ranges are still being drawn. */
  hasRanges: boolean;
  bounds: Bounds;
  onBounds: (bounds: Bounds) => void;
  /** Nodes that may move; null: all that are not locked. */
  free: readonly string[] | null;
  /** Null when every weight may move at once. */
  onFree: ((free: readonly string[] | null) => void) | null;
  /** Most weights that may move together. */
  most: number;
  editor: ModelEditor;
}

/** Each weight: what it may become, what it is, and what the evidence would support, with the range of that. */
export function WeightsTable({ nodes, suggestion, hasRanges, bounds, onBounds, free, onFree, most, editor }: WeightsTableProps) {
  const byNode = new Map(suggestion?.weights.map((weight) => [weight.node, weight]));
  const scale = Math.max(
    10,
    ...nodes.map(({ current }) => current),
    ...[...byNode.values()].flatMap((one) => [one.suggested, one.stability?.[1] ?? 0]),
  );
  const method = suggestion?.weights.find(({ auc }) => auc?.method)?.auc?.method ?? null;
  const mayMove = (id: string) => free === null || free.includes(id);
  const moving = nodes.filter(({ id, locked }) => !locked && mayMove(id)).length;
  const choosing = onFree !== null && nodes.length > most;
  return (
    <Section
      title="Current and suggested weights"
      about="per cent of the whole score; ring: current, dot: suggested, bar: stability range over resampled accounts, not a confidence interval"
    >
      {choosing && (
        <p className={moving > most ? styles.notice : table.secondary}>
          {numberText(moving)} weights may move; so few events allow {numberText(most)} at most. Take some out, or let only dimensions move.
        </p>
      )}
      <div className={table.scroll}>
        <table className={classes(table.table, !suggestion && table.narrow)}>
          <thead>
            <tr>
              <th scope="col">Weight</th>
              {choosing && <th scope="col">May move</th>}
              <th scope="col">Lock</th>
              <th scope="col">At least</th>
              <th scope="col">At most</th>
              <th scope="col">Draft</th>
              {suggestion && (
                <>
                  <th scope="col">Suggested</th>
                  <td />
                  <th scope="col">Stability range</th>
                  <th scope="col">AUC alone{method && `, 95 % by ${method}`}</th>
                  <th scope="col" className={table.words}>
                    To know
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {nodes.map((node) => (
              <tr key={node.id} className={styles.row}>
                <th scope="row">{node.name}</th>
                {choosing && (
                  <td>
                    <Checkbox
                      checked={mayMove(node.id)}
                      onChange={(on) => onFree(nodes.map(({ id }) => id).filter((id) => (id === node.id ? on : mayMove(id))))}
                    >
                      <span className={styles.spoken}>{node.name} may move</span>
                    </Checkbox>
                  </td>
                )}
                <td>
                  <Button
                    icon
                    tone="quiet"
                    className={styles.lock ?? ''}
                    aria-label={`${node.name}: lock the weight`}
                    aria-pressed={node.locked}
                    onClick={() =>
                      editor.change(`${node.locked ? 'unlocking' : 'locking'} ${node.name}`, (model) =>
                        updateNode(model, node.id, node.kind, (found) => ({ ...found, locked: node.locked ? undefined : true })),
                      )
                    }
                  >
                    {node.locked ? <Lock /> : <LockOpen />}
                  </Button>
                </td>
                {(['min', 'max'] as const).map((end) => (
                  <td key={end}>
                    <NumberField
                      label={`${node.name}: ${end === 'min' ? 'at least' : 'at most'}, per cent`}
                      labelHidden
                      optional
                      disabled={node.locked}
                      value={bounds[node.id]?.[end] ?? null}
                      min={0}
                      max={100}
                      className={styles.bound}
                      onChange={(value) => onBounds(withBound(bounds, node.id, end, value))}
                    />
                  </td>
                ))}
                <td>{scoreText(node.current)}</td>
                {suggestion && <Suggested weight={byNode.get(node.id)} hasRanges={hasRanges} scale={scale} method={method} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

interface SuggestedProps {
  weight: SuggestedWeight | undefined;
  hasRanges: boolean;
  scale: number;
  method: string | null;
}

function Suggested({ weight, hasRanges, scale, method }: SuggestedProps) {
  if (!weight) return <td colSpan={5} />;
  const { current, suggested, stability, auc, sentence } = weight;
  return (
    <>
      <td>
        <strong>{scoreText(suggested)}</strong>
      </td>
      <td>
        <IntervalBar value={suggested} interval={stability} before={current} domain={[0, scale]} width={120} />
      </td>
      <td className={styles.range}>{stability ? `${scoreText(stability[0])} to ${scoreText(stability[1])}` : hasRanges ? '–' : '…'}</td>
      <td>
        <EstimateText estimate={auc} style={indexText} said={method} />
      </td>
      <td className={table.words}>{sentence}</td>
    </>
  );
}

import { ChevronDown, ChevronRight } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { Explanation, ExplanationNode } from '../../../shared/contract/scoringCalls.ts';
import { percentText, scoreText } from '../../charts/numberText.ts';
import { classes } from '../../parts/classes.ts';
import styles from './ContributionTable.module.css';
import { rawText, stateText } from './explain.ts';
import { MetricDetail } from './MetricDetail.tsx';

interface ContributionTableProps {
  explanation: Explanation;
}

/** The tree of one account: what every group and metric earns of what it could, adding up to the score. A metric opens to its rows. */
export function ContributionTable({ explanation }: ContributionTableProps) {
  const [open, setOpen] = useState<string | null>(null);
  const { nodes, rolledUp, score } = explanation;
  const widest = Math.max(1e-9, ...nodes.map((node) => node.possible));
  return (
    <table className={styles.table}>
      <caption>
        <strong>{rolledUp === null ? 'What is known' : `Why ${scoreText(rolledUp)}: contributions add up`}</strong>
        <span className={styles.key}>
          <span className={styles.earnedKey} /> earned <span className={styles.possibleKey} /> possible
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Group or metric, % of score</th>
          <th scope="col" className={styles.end}>
            Value
          </th>
          <th scope="col">
            <span className={styles.spoken}>Earned of possible</span>
          </th>
          <th scope="col" className={styles.end}>
            Points
          </th>
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => (
          <Fragment key={node.id}>
            <tr className={classes(node.kind === 'group' && styles.group)}>
              <th scope="row">
                <NodeName node={node} open={open === node.id} onToggle={() => setOpen(open === node.id ? null : node.id)} />
              </th>
              <td className={classes(styles.end, styles.raw)}>{node.kind === 'metric' && <RawValue node={node} />}</td>
              <td>
                <Bar node={node} widest={widest} />
              </td>
              <td className={styles.end}>
                {node.contribution === null ? (
                  <span className={styles.secondary}>{stateText(node) ?? 'not counted'}</span>
                ) : (
                  scoreText(node.contribution)
                )}
                <span className={styles.spoken}> of {scoreText(node.possible)} possible</span>
              </td>
            </tr>
            {open === node.id && node.metric && (
              <tr>
                <td colSpan={4}>
                  <MetricDetail node={node} metric={node.metric} account={explanation.account} asOf={explanation.asOf} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
      {rolledUp !== null && (
        <tfoot>
          <tr className={styles.total}>
            <th scope="row" colSpan={3}>
              Sum of the contributions
            </th>
            <td className={styles.end}>{scoreText(rolledUp)}</td>
          </tr>
          {score !== null && Math.abs(score - rolledUp) > 1e-9 && (
            <tr className={styles.total}>
              <th scope="row" colSpan={3}>
                Score after the steps noted above
              </th>
              <td className={styles.end}>{scoreText(score)}</td>
            </tr>
          )}
        </tfoot>
      )}
    </table>
  );
}

function NodeName({ node, open, onToggle }: { node: ExplanationNode; open: boolean; onToggle: () => void }) {
  const indent = { paddingInlineStart: node.depth * 12 };
  if (node.kind === 'group') {
    return (
      <span style={indent} className={styles.name}>
        {node.name} <span className={styles.weight}>{percentText(node.effectiveWeight)}</span>
      </span>
    );
  }
  return (
    <span style={indent} className={styles.name}>
      <button type="button" className={styles.toggle} aria-expanded={open} onClick={onToggle} title={node.name}>
        {open ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
        <span>{node.name}</span>
      </button>
    </span>
  );
}

function RawValue({ node }: { node: ExplanationNode }) {
  const missing = node.metric?.raw === null;
  return <span className={missing ? styles.missing : undefined}>{rawText(node)}</span>;
}

function Bar({ node, widest }: { node: ExplanationNode; widest: number }) {
  const share = (points: number) => `${(Math.max(0, points) / widest) * 100}%`;
  return (
    <span className={styles.track} aria-hidden="true">
      {node.possible > 0 && <span className={styles.possible} style={{ width: share(node.possible) }} />}
      <span className={styles.earned} style={{ width: share(node.contribution ?? 0) }} />
    </span>
  );
}

import { useState } from 'react';
import type { ExplanationNode } from '../../../shared/contract/scoringCalls.ts';
import { describeCurve } from '../../charts/describeCurve.ts';
import { percentText, scoreText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { stateText } from './explain.ts';
import styles from './MetricDetail.module.css';
import { TraceDialog } from './TraceDialog.tsx';

interface MetricDetailProps {
  node: ExplanationNode;
  metric: NonNullable<ExplanationNode['metric']>;
  account: string;
  asOf: string;
}

/** One metric of one account: the sentence behind its value, how the curve turns it into points, and the way to its source rows. */
export function MetricDetail({ node, metric, account, asOf }: MetricDetailProps) {
  const [tracing, setTracing] = useState(false);
  const missing = metric.raw === null ? stateText(node) : null;
  return (
    <div className={styles.detail}>
      <p>{metric.sentence}</p>
      <p className={styles.secondary}>
        {describeCurve(metric.curve, metric.unit)}
        {metric.points !== null && ` Here: ${scoreText(metric.points)} points, times ${percentText(node.effectiveWeight, 1)} of the score.`}
        {missing && ` It is missing for this account: ${missing}.`}
      </p>
      <p className={styles.source}>
        <span className={styles.secondary}>
          {metric.sourceName ?? metric.source ?? 'Computed from other metrics'}
          {metric.freshness && `, newest row ${metric.freshness}`}
        </span>
        <Button aria-haspopup="dialog" onClick={() => setTracing(true)}>
          Source rows
        </Button>
      </p>
      {tracing && <TraceDialog metric={metric.metric} name={node.name} account={account} asOf={asOf} onClose={() => setTracing(false)} />}
    </div>
  );
}

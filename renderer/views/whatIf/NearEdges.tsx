import { useState } from 'react';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { countText, numberText } from '../../charts/numberText.ts';
import { NumberField } from '../../parts/NumberField.tsx';
import { useCall } from '../../state/useCall.ts';
import styles from './WhatIfView.module.css';

/** How many accounts of what is seen a small move of an edge, or of a score, would carry over it; how small is typed. */
export function NearEdges({ input }: { input: Omit<CallInput<'count-near-edges'>, 'within'> | null }) {
  const [within, setWithin] = useState(2);
  const { value, isCurrent } = useCall('count-near-edges', input && { ...input, within });
  if (!value || value.edges.length === 0) return null;
  const parts = value.edges.map(
    ({ cut, upper, accountsBelow, accountsAbove }) => `${upper} from ${numberText(cut, 2)}: ${accountsBelow} below, ${accountsAbove} above`,
  );
  return (
    <span className={styles.fact} title={parts.join('\n')} aria-busy={!isCurrent}>
      {countText(value.accounts, 'account')} within
      <NumberField
        label="Points from a band edge"
        labelHidden
        value={within}
        min={0.1}
        max={50}
        step={0.5}
        className={styles.within}
        onChange={(points) => points !== null && setWithin(points)}
      />
      points of an edge
    </span>
  );
}

import type { CallInput } from '../../../shared/contract/contract.ts';
import { countText, numberText } from '../../charts/numberText.ts';
import { useCall } from '../../state/useCall.ts';
import styles from './WhatIfView.module.css';

const within = 2;

/** How many accounts a small move of an edge, or of a score, would carry over it. */
export function NearEdges({ input }: { input: Omit<CallInput<'count-near-edges'>, 'within'> | null }) {
  const { value } = useCall('count-near-edges', input && { ...input, within });
  if (!value || value.edges.length === 0) return null;
  const count = value.edges.reduce((sum, { accountsBelow, accountsAbove }) => sum + accountsBelow + accountsAbove, 0);
  const parts = value.edges.map(
    ({ cut, upper, accountsBelow, accountsAbove }) => `${upper} from ${numberText(cut, 2)}: ${accountsBelow} below, ${accountsAbove} above`,
  );
  return (
    <span className={styles.fact} title={parts.join('\n')}>
      {countText(count, 'account')} within {within} points of an edge
    </span>
  );
}

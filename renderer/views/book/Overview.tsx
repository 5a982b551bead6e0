import { useMemo } from 'react';
import type { ScoredBook } from '../../../shared/contract/scoringCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import { BandShares } from '../../charts/BandShares.tsx';
import { type Measure, nameShares } from '../../charts/describeBook.ts';
import { countText, moneyText, numberText } from '../../charts/numberText.ts';
import { ScoreHistogram } from '../../charts/ScoreHistogram.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Panel } from '../../parts/Panel.tsx';
import type { BookNames } from './bookNames.ts';
import { useBook } from './bookStore.ts';
import styles from './Overview.module.css';
import { SegmentPictures } from './SegmentPictures.tsx';
import { SegmentTable } from './SegmentTable.tsx';

interface OverviewProps {
  book: ScoredBook;
  model: Model;
  names: BookNames;
}

const measures: readonly { value: Measure; label: string }[] = [
  { value: 'accounts', label: 'Accounts' },
  { value: 'revenue', label: 'Revenue' },
];

/** The book as a whole: how the scores lie, how the bands share accounts and revenue, and who is not in it. */
export function Overview({ book, model, names }: OverviewProps) {
  const { measure, setMeasure, look, choose } = useBook();
  const shares = useMemo(() => nameShares(book.bands, model.bands), [book, model]);
  const hasRevenue = book.revenue > 0;
  const excluded = book.exclusions.filter(({ accounts }) => accounts > 0);
  return (
    <div className={styles.overview} data-part="overview">
      <Panel
        title="Health scores"
        about={`${countText(book.accounts, 'account')}${hasRevenue ? ` · ${moneyText(book.revenue, book.currency)}` : ''}`}
        actions={hasRevenue && <Choice label="Count" value={measure} options={measures} onChange={setMeasure} />}
      >
        <ScoreHistogram
          title={`Health score of the book, ${book.asOf}`}
          book={book}
          bands={model.bands}
          cuts={model.cuts}
          measure={hasRevenue ? measure : 'accounts'}
        />
      </Panel>
      <Panel title="Bands" about={hasRevenue ? 'share of accounts and of revenue' : 'share of accounts'}>
        <BandShares title={`Bands of the book, ${book.asOf}`} shares={shares} currency={book.currency} />
        <p className={styles.population}>
          {book.withheld > 0 && (
            <Button
              tone="quiet"
              className={styles.link ?? ''}
              onClick={() => {
                look({ bands: ['withheld'] });
                choose(null);
              }}
            >
              {countText(book.withheld, 'account')} withheld: not enough data
            </Button>
          )}
          <span>
            {excluded.length === 0
              ? 'No account is excluded from the population.'
              : `Not in the book: ${excluded.map(({ name, accounts }) => `${numberText(accounts)} ${name}`).join(', ')}.`}
          </span>
        </p>
      </Panel>
      {book.segments.length > 1 && (
        <Panel title="By segment" about={measure === 'revenue' && hasRevenue ? 'share of revenue' : 'share of accounts'} flush>
          <SegmentPictures book={book} model={model} measure={hasRevenue ? measure : 'accounts'} />
          <SegmentTable book={book} model={model} names={names} measure={hasRevenue ? measure : 'accounts'} />
        </Panel>
      )}
    </div>
  );
}

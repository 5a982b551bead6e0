import { X } from 'lucide-react';
import type { ScoredBook } from '../../../shared/contract/scoringCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import { numberText } from '../../charts/numberText.ts';
import { BandMark } from '../../parts/BandMark.tsx';
import { Button } from '../../parts/Button.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import type { BookNames } from './bookNames.ts';
import { useBook } from './bookStore.ts';
import styles from './WorklistFilters.module.css';
import { isFiltered, toggled, wholeBook } from './worklistView.ts';

interface WorklistFiltersProps {
  book: ScoredBook;
  model: Model;
  names: BookNames;
  owners: readonly string[];
}

const renewalDays = ['', '30', '60', '90', '180', '365'];

/** What of the worklist is seen: search, bands, renewal, segment, owner and a filter in words. */
export function WorklistFilters({ book, model, names, owners }: WorklistFiltersProps) {
  const { view, look } = useBook();
  return (
    <search className={styles.filters} aria-label="Worklist filters">
      <TextField
        label="Search account or owner"
        labelHidden
        type="search"
        live
        placeholder="Search account or owner"
        value={view.search}
        onChange={(search) => look({ search })}
        className={styles.search}
      />
      <fieldset className={styles.bands}>
        <legend>Bands</legend>
        {book.bands
          .filter(({ band, accounts }) => band !== 'withheld' || accounts > 0)
          .map(({ band, accounts }) => (
            <Button
              key={band}
              className={styles.band ?? ''}
              aria-pressed={view.bands.includes(band)}
              onClick={() => look({ bands: toggled(view.bands, band) })}
            >
              <BandMark band={names.band(band)} />
              {names.bandName(band)} <span className={styles.count}>{numberText(accounts)}</span>
            </Button>
          ))}
      </fieldset>
      <Select
        label="Renewal"
        labelHidden
        value={view.renewalWithinDays === null ? '' : String(view.renewalWithinDays)}
        options={renewalDays.map((days) => ({ value: days, label: days === '' ? 'Any renewal' : `Renewal ≤ ${days} days` }))}
        onChange={(days) => look({ renewalWithinDays: days === '' ? null : Number(days) })}
        className={styles.choice}
      />
      {model.segments.length > 0 && (
        <Select
          label="Segment"
          labelHidden
          value={view.segments[0] ?? ''}
          options={[{ value: '', label: 'All segments' }, ...book.segments.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id) => look({ segments: id === '' ? [] : [id] })}
          className={styles.choice}
        />
      )}
      {owners.length > 0 && (
        <Select
          label="Owner"
          labelHidden
          value={view.owners[0] ?? ''}
          options={[{ value: '', label: 'All owners' }, ...owners.map((owner) => ({ value: owner, label: owner }))]}
          onChange={(owner) => look({ owners: owner === '' ? [] : [owner] })}
          className={styles.choice}
        />
      )}
      <TextField
        label="Filter in words"
        labelHidden
        placeholder="Filter: industry = 'Retail' and logins < 5"
        value={view.where}
        onChange={(where) => look({ where })}
        className={styles.where}
      />
      {isFiltered(view) && (
        <Button tone="quiet" onClick={() => look({ ...wholeBook, orderBy: view.orderBy, descending: view.descending })}>
          <X aria-hidden="true" />
          Clear
        </Button>
      )}
    </search>
  );
}

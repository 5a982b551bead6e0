import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import { cutsOf } from '../../charts/bandRange.ts';
import { moneyText, scoreText } from '../../charts/numberText.ts';
import { BandMark } from '../../parts/BandMark.tsx';
import { Button } from '../../parts/Button.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { announce } from '../../state/announcements.ts';
import { useCall } from '../../state/useCall.ts';
import { withheldName } from './bookNames.ts';
import { ContributionTable } from './ContributionTable.tsx';
import { bandOfExplanation, coverageSentence, headline, playbookSentence, rankSentence, roundingNote, sourcesSentence } from './explain.ts';
import styles from './WhyPanel.module.css';

interface WhyPanelProps {
  account: string;
  model: Model;
  scored: { model: string; asOf: string };
  currency: string | null;
  /** Left out where what surrounds the panel closes it. */
  onClose?: () => void;
}

/** "Why this score?": the number, its band and certainty, the contributions that add up to it, and what is missing. */
export function WhyPanel({ account, model, scored, currency, onClose }: WhyPanelProps) {
  const { value: one, failure, progress, cancel } = useCall('explain-account', { ...scored, account });
  const said = one && one.account === account ? headline(one, model.bands.find(({ id }) => id === one.band)?.name ?? withheldName) : '';
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said]);
  const close = onClose && (
    <Button icon tone="quiet" aria-label="Close the explanation" onClick={onClose}>
      <X />
    </Button>
  );
  if (!one || failure) {
    return (
      <Panel title="Why this score?" about={account} actions={close}>
        <FailureNote failure={failure} />
        <ProgressLine label={`Explaining ${account}`} progress={progress} onCancel={cancel} />
      </Panel>
    );
  }
  const cuts = cutsOf(model, one.segment.id);
  const band = bandOfExplanation(one.band, model.bands, cuts);
  const bandName = band?.band.name ?? withheldName;
  const rounding = roundingNote(one.score, band, band ? cuts[model.bands.indexOf(band.band)] : undefined);
  const facts = [
    one.segment.id === 'base' ? null : one.segment.name,
    one.renewal && `renewal ${one.renewal}`,
    one.revenue !== null && moneyText(one.revenue, currency),
    one.owner && `owner ${one.owner}`,
  ].filter(Boolean);

  return (
    <Panel title={one.name ?? one.account} about={facts.join(' · ')} actions={close} className={styles.why}>
      <div aria-busy={one.account !== account} className={styles.content}>
        <p className={styles.score}>
          <span className={styles.number}>{one.score === null ? '–' : scoreText(one.score)}</span>
          <span className={styles.band}>
            <BandMark band={band?.band ?? null} size={14} />
            {bandName}
            {band?.band.letter && <span className={styles.secondary}>{band.band.letter}</span>}
            {band && <span className={styles.secondary}>({band.range})</span>}
          </span>
          {band?.band.meaning && <span className={styles.secondary}>{band.band.meaning}</span>}
        </p>
        <p>{headline(one, bandName)}</p>
        <p className={styles.secondary}>{[coverageSentence(one, bandName), rankSentence(one), rounding].filter(Boolean).join(' ')}</p>
        {one.notes.length > 0 && (
          <ul className={styles.notes} aria-label="Notes">
            {one.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <ContributionTable key={one.account} explanation={one} />
        {band && playbookSentence(band.band) !== '' && <p className={styles.secondary}>{playbookSentence(band.band)}</p>}
        <p className={styles.secondary}>
          As of {one.asOf}. {sourcesSentence(one)}
        </p>
      </div>
    </Panel>
  );
}

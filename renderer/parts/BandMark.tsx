import type { BandShape } from '../../shared/model/model.ts';
import styles from './BandMark.module.css';

export interface BandMarkProps {
  /** A band's colour and shape; null is the band of withheld scores, drawn as an open circle. */
  band: { colour: string; shape: BandShape } | null;
  size?: number;
}

const paths: Record<BandShape, string> = {
  square: 'M1.5 1.5h9v9h-9z',
  diamond: 'M6 .5 11.5 6 6 11.5.5 6z',
  circle: 'M6 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 6 .8z',
  triangle: 'M6 .8 11.6 11H.4z',
  'triangle-down': 'M6 11.2.4 1h11.2z',
  pentagon: 'M6 .5 11.6 4.6 9.5 11.3h-7L.4 4.6z',
};

/** A band as a shape and a colour; the band's name always stands beside it, so the mark itself is silent. */
export function BandMark({ band, size = 12 }: BandMarkProps) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {band ? (
        <path d={paths[band.shape]} fill={band.colour} />
      ) : (
        <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.6" />
      )}
    </svg>
  );
}

import styles from './BandMark.module.css';
import { BandMark, type BandMarkProps } from './BandMark.tsx';

/** A band's mark and name, which stay side by side where the name takes several lines. */
export function BandName({ band, name }: Pick<BandMarkProps, 'band'> & { name: string }) {
  return (
    <span className={styles.named}>
      <BandMark band={band} /> <span>{name}</span>
    </span>
  );
}

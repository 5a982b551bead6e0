import type { ScorePerformance } from '../../../../shared/contract/scorePerformance.ts';
import { type Html, html } from './html.ts';

const size = { width: 640, height: 220, left: 44, bottom: 34 };

/** The outcome rate of each tenth by score, with its interval, as a drawing without scripts. */
export function rateFigure({ tenths }: Pick<ScorePerformance, 'tenths'>, title: string): Html {
  const most = Math.max(...tenths.map(({ rate }) => rate.interval?.[1] ?? rate.value ?? 0));
  if (tenths.length === 0 || most <= 0) return html``;
  const step = (size.width - size.left) / tenths.length;
  const y = (rate: number) => (size.height - size.bottom) * (1 - rate / most) + 4;
  const floor = y(0);
  const bars = tenths.map(({ rate, from, to }, index) => {
    const x = size.left + index * step;
    const top = y(rate.value ?? 0);
    const whisker = rate.interval
      ? html`<path d="M${x + step / 2} ${y(rate.interval[0])}V${y(rate.interval[1])}" stroke="#222" stroke-width="1.5"/>`
      : null;
    const label = from === null || to === null ? String(index + 1) : `${from.toFixed(0)}-${to.toFixed(0)}`;
    return html`<rect x="${x + 3}" y="${top}" width="${step - 6}" height="${Math.max(0, floor - top)}" fill="#0072B2"/>${whisker}<text x="${
      x + step / 2
    }" y="${floor + 15}" text-anchor="middle">${label}</text>`;
  });
  const ticks = [0, most / 2, most].map(
    (rate) => html`<text x="${size.left - 6}" y="${y(rate) + 4}" text-anchor="end">${(100 * rate).toFixed(0)} %</text>`,
  );
  return html`<svg role="img" aria-label="${title}" viewBox="0 0 ${size.width} ${size.height}" width="100%">${ticks}${bars}<text x="${
    size.width / 2
  }" y="${size.height - 2}" text-anchor="middle">score (higher = healthier)</text></svg>`;
}

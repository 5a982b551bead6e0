import type { RenderFunction } from '@observablehq/plot';
import type { Band, BandShape } from '../../shared/model/model.ts';
import { shapePath } from './bandSymbol.ts';
import { outlinePath, stackPaths } from './scoreBars.ts';

/** What a frame draws: the draft's bars by band, the baseline's, the edges between the bands and what each band says of itself. */
export interface HistogramFrame {
  /** For each band, from worst to best, what each bar holds of it. */
  stacks: readonly (readonly number[])[];
  outline: readonly number[] | null;
  /** Points a bar covers. */
  width: number;
  cuts: readonly number[];
  /** For each band, from worst to best, what stands above it: in full, or shorter where there is less room. */
  labels: readonly { full: string; short: string }[];
}

type Place = (value: number) => number;

const namespace = 'http://www.w3.org/2000/svg';
const labelHeight = 14;
/** About how wide a label is at 11 px; exact enough to know whether it fits. */
const textWidth = (text: string) => text.length * 5.9;

/**
 * Bars, baseline outline, band edges and band labels of a score histogram, as a mark of a Plot figure that can be painted again in
 * place: the elements are made once, a frame only changes their attributes. A frame costs well below a millisecond where drawing the
 * figure anew costs ten.
 */
export class HistogramPainter {
  #frame: HistogramFrame | null = null;
  #drawn: { x: Place; y: Place; top: number; bands: Drawn[]; outline: SVGPathElement; edges: SVGPathElement } | null = null;

  /** The mark to put into a figure of these bands. */
  mark(bands: readonly Band[]): RenderFunction {
    return (_index, { x, y }, _channels, { marginTop }) => this.#draw(bands, x as Place, y as Place, marginTop);
  }

  /** Shows a frame. */
  paint(frame: HistogramFrame): void {
    this.#frame = frame;
    this.#paint();
  }

  #draw(bands: readonly Band[], x: Place, y: Place, top: number): SVGElement {
    const layer = document.createElementNS(namespace, 'g');
    const make = <Name extends 'path' | 'text'>(name: Name, attributes: Record<string, string>) => {
      const made = document.createElementNS(namespace, name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      layer.append(made);
      return made;
    };
    this.#drawn = {
      x,
      y,
      top,
      bands: bands.map(({ colour, shape }) => {
        const words = document.createTextNode('');
        const drawn = {
          bars: make('path', { fill: colour }),
          shape,
          symbol: make('path', { fill: colour }),
          label: make('text', { fill: 'var(--ink)', dy: '0.32em', 'text-anchor': 'start' }),
          words,
        };
        drawn.label.append(words);
        return drawn;
      }),
      outline: make('path', { fill: 'none', stroke: 'var(--ink)', 'stroke-width': '1.5' }),
      edges: make('path', { stroke: 'var(--ink)', 'stroke-dasharray': '2,3' }),
    };
    this.#paint();
    return layer;
  }

  #paint(): void {
    const [frame, drawn] = [this.#frame, this.#drawn];
    if (!frame || !drawn) return;
    const { x, y, top } = drawn;
    const paths = stackPaths(frame.stacks, frame.width, x, y);
    for (const [index, { bars, shape, symbol, label, words }] of drawn.bands.entries()) {
      const [from, to] = [index === 0 ? 0 : frame.cuts[index - 1]!, frame.cuts[index] ?? 100];
      put(bars, 'd', paths[index] ?? '');
      const room = x(to) - x(from);
      const { full, short } = frame.labels[index] ?? { full: '', short: '' };
      const shown = [full, short].find((text) => textWidth(text) + 14 < room) ?? '';
      const start = (x(from) + x(to)) / 2 - (shown === '' ? 0 : (textWidth(shown) + 10) / 2 - 4.5);
      const middle = top - labelHeight;
      put(symbol, 'd', shapePath(shape, 4.5, [start, middle]));
      put(symbol, 'visibility', room > 10 ? 'visible' : 'hidden');
      put(label, 'x', String(start + 10));
      put(label, 'y', String(middle));
      if (words.data !== shown) words.data = shown;
    }
    put(drawn.outline, 'd', frame.outline ? outlinePath(frame.outline, frame.width, x, y) : '');
    put(drawn.edges, 'd', frame.cuts.map((cut) => `M${x(cut)},${top - labelHeight - 10}V${y(0)}`).join(''));
  }
}

/**
 * Sets an attribute that is another: the browser takes the same one set again for a change, and a transform for one of the page's layers,
 * which is why what stands above the bars is placed without one.
 */
function put(element: SVGElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

interface Drawn {
  bars: SVGPathElement;
  shape: BandShape;
  symbol: SVGPathElement;
  label: SVGTextElement;
  words: Text;
}

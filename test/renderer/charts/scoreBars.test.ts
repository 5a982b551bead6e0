// @vitest-environment happy-dom
import { plot } from '@observablehq/plot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HistogramPainter } from '../../../renderer/charts/HistogramPainter.ts';
import { bandBars, barTotals, outlinePath, scoreBars, stackPaths } from '../../../renderer/charts/scoreBars.ts';
import { startingBands } from '../../../renderer/views/model/edit/bands.ts';

const same = (value: number) => value;

describe('bars of a score', () => {
  it('gather bins without losing any, wherever the cuts fall', () => {
    const cuts = fc.uniqueArray(fc.double({ min: 0.1, max: 99.9, noNaN: true }), { maxLength: 5 });
    fc.assert(
      fc.property(cuts, fc.constantFrom(1, 2, 5, 7), (extra, width) => {
        const edges = [...new Set([...Array.from({ length: 101 }, (_, index) => index), ...extra])].sort((one, other) => one - other);
        const amounts = edges.slice(1).map((_, index) => index + 1);
        const bars = scoreBars(edges, amounts, width);
        expect(bars).toHaveLength(Math.ceil(100 / width));
        expect(bars.reduce((sum, amount) => sum + amount, 0)).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
      }),
    );
  });

  it('hold of each band what its bins hold, also where a cut lies inside a bar', () => {
    const stacks = bandBars([0, 1, 1.5, 2, 4], [10, 3, 4, 1], [1.5], 2);
    expect(stacks.map((bars) => bars.slice(0, 2))).toEqual([
      [13, 0],
      [4, 1],
    ]);
    expect(barTotals(stacks).slice(0, 2)).toEqual([17, 1]);
    expect(bandBars([0, 60, 61, 100], [0, 10, 0], [61, 80], 2).map((bars) => bars[30])).toEqual([10, 0, 0]);
  });

  it('are stacked, the worst at the bottom, and outlined', () => {
    expect(
      stackPaths(
        [
          [4, 0],
          [1, 2],
        ],
        10,
        same,
        same,
      ),
    ).toEqual(['M0.5,0V4H9.5V0Z', 'M0.5,4V5H9.5V4ZM10.5,0V2H19.5V0Z']);
    expect(outlinePath([4, 0, 2], 10, same, same)).toBe('M0,0H0V4H10V0H20V2H100V0');
  });
});

describe('a histogram painted in place', () => {
  it('changes the attributes of what was drawn, and adds nothing', () => {
    const painter = new HistogramPainter();
    const frame = {
      stacks: [
        [1, 2, 0, 0, 0],
        [0, 0, 3, 1, 0],
        [0, 0, 0, 3, 5],
      ],
      outline: [5, 4, 3, 2, 1],
      width: 20,
      cuts: startingBands.cuts,
      labels: startingBands.bands.map(({ name }) => ({ full: name, short: '' })),
    };
    painter.paint(frame);
    const figure = plot({
      width: 400,
      height: 200,
      x: { domain: [0, 100] },
      y: { domain: [0, 6] },
      marks: [painter.mark(startingBands.bands)],
    });
    const paths = () => [...figure.querySelectorAll('path')].map((path) => path.getAttribute('d'));
    const [before, elements] = [paths(), figure.querySelectorAll('*').length];
    painter.paint({
      ...frame,
      stacks: [
        [5, 4, 0, 0, 0],
        [0, 0, 3, 1, 0],
        [0, 0, 0, 1, 1],
      ],
      cuts: [50, 80],
    });
    expect(figure.querySelectorAll('*')).toHaveLength(elements);
    expect(paths()).not.toEqual(before);
    painter.paint(frame);
    expect(paths()).toEqual(before);
    expect(figure.textContent).toContain('Red');
  });
});

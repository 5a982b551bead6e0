import type { SymbolType } from 'd3';
import type { BandShape } from '../../shared/model/model.ts';

type Point = [number, number];

const turn = (corners: number, from: number): Point[] =>
  Array.from({ length: corners }, (_, index): Point => {
    const angle = from + (index * 2 * Math.PI) / corners;
    return [Math.cos(angle), Math.sin(angle)];
  });

const corners: Record<Exclude<BandShape, 'circle'>, Point[]> = {
  square: turn(4, Math.PI / 4),
  diamond: turn(4, 0),
  triangle: turn(3, -Math.PI / 2),
  'triangle-down': turn(3, Math.PI / 2),
  pentagon: turn(5, -Math.PI / 2),
};

/** A band's shape around a point as SVG path data, about as large as a circle of that radius. */
export function shapePath(shape: BandShape, radius: number, [left, top]: Point = [0, 0]): string {
  const at = ([x, y]: Point, reach: number) => `${(left + x * reach).toFixed(2)},${(top + y * reach).toFixed(2)}`;
  if (shape !== 'circle') return `M${corners[shape].map((corner) => at(corner, radius * 1.15)).join('L')}Z`;
  const [start, half] = [at([1, 0], radius), `A${radius},${radius},0,1,1,`];
  return `M${start}${half}${at([-1, 0], radius)}${half}${start}Z`;
}

/** The same shape as a symbol that Plot draws. */
export function bandSymbol(shape: BandShape): SymbolType {
  return {
    draw(context, size) {
      const radius = Math.sqrt(size / Math.PI);
      if (shape === 'circle') {
        context.moveTo(radius, 0);
        context.arc(0, 0, radius, 0, 2 * Math.PI);
        return;
      }
      for (const [index, [x, y]] of corners[shape].entries()) {
        if (index === 0) context.moveTo(x * radius * 1.15, y * radius * 1.15);
        else context.lineTo(x * radius * 1.15, y * radius * 1.15);
      }
      context.closePath();
    },
  };
}

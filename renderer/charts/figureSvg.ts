import type { BandShape } from '../../shared/model/model.ts';
import { shapePath } from './bandSymbol.ts';

/** A line of a figure's legend: what a colour and a shape stand for. */
export interface LegendEntry {
  label: string;
  colour: string;
  shape?: BandShape;
}

const namespace = 'http://www.w3.org/2000/svg';
const inlined = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
  'opacity',
];
const padding = 16;
const titleHeight = 28;
const legendHeight = 24;
const characterWidth = 6.6;

/**
 * A figure on the page as an SVG that stands alone: title above, legend below, and every colour that came from a
 * style sheet written into it, on the page's own ground.
 */
export function figureSvg(figure: SVGSVGElement, title: string, legend: readonly LegendEntry[]): SVGSVGElement {
  const width = figure.width.baseVal.value + 2 * padding;
  const height = figure.height.baseVal.value + 2 * padding + titleHeight + (legend.length > 0 ? legendHeight : 0);
  const page = getComputedStyle(document.documentElement);
  const ink = page.getPropertyValue('--ink').trim() || 'black';

  const whole = element('svg', {
    xmlns: namespace,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': 'system-ui, sans-serif',
  });
  whole.append(element('title', {}, title));
  whole.append(element('rect', { width, height, fill: page.getPropertyValue('--panel').trim() || 'white' }));
  whole.append(element('text', { x: padding, y: padding + 12, fill: ink, 'font-size': 14, 'font-weight': 600 }, title));

  const drawing = figure.cloneNode(true) as SVGSVGElement;
  inlineStyles(figure, drawing);
  drawing.querySelector('style')?.remove();
  drawing.setAttribute('x', String(padding));
  drawing.setAttribute('y', String(padding + titleHeight));
  drawing.setAttribute('overflow', 'visible');
  whole.append(drawing);

  let x = padding;
  for (const entry of legend) {
    const y = height - padding - 2;
    whole.append(
      element('path', {
        d: shapePath(entry.shape ?? 'square', 5),
        transform: `translate(${x + 5},${y - 4})`,
        fill: resolved(entry.colour, page),
      }),
    );
    whole.append(element('text', { x: x + 15, y, fill: ink, 'font-size': 12 }, entry.label));
    x += 32 + entry.label.length * characterWidth;
  }
  if (x > width) {
    whole.setAttribute('width', String(x));
    whole.setAttribute('viewBox', `0 0 ${x} ${height}`);
    whole.querySelector('rect')?.setAttribute('width', String(x));
  }
  return whole as SVGSVGElement;
}

/** The SVG element as the text of a file. */
export function svgText(svg: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of inlined) {
    const value = style.getPropertyValue(property);
    if (value !== '') to.setAttribute(property, value);
  }
  for (const [index, child] of [...from.children].entries()) inlineStyles(child, to.children[index]!);
}

/** A colour that is a custom property, as its value on the page. */
function resolved(colour: string, page: CSSStyleDeclaration): string {
  const name = /^var\((--[a-z-]+)\)$/.exec(colour)?.[1];
  return name ? page.getPropertyValue(name).trim() : colour;
}

function element(name: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

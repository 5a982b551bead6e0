import { freeIdentifier, identifierFrom } from '../../../../shared/model/identifier.ts';
import type { Band, BandShape, Model } from '../../../../shared/model/model.ts';

const looks: { colour: string; shape: BandShape }[] = [
  { colour: '#d55e00', shape: 'square' },
  { colour: '#e69f00', shape: 'diamond' },
  { colour: '#009e73', shape: 'circle' },
  { colour: '#0072b2', shape: 'triangle' },
  { colour: '#cc79a7', shape: 'pentagon' },
  { colour: '#56b4e9', shape: 'triangle-down' },
];

/** The bands a new model starts with: Red below 60, Yellow from 60, Green from 80. */
export const startingBands: Pick<Model, 'bands' | 'cuts'> = {
  bands: [
    { id: 'red', name: 'Red', colour: '#D55E00', shape: 'square', letter: 'C', meaning: 'At risk' },
    { id: 'yellow', name: 'Yellow', colour: '#E69F00', shape: 'diamond', letter: 'B', meaning: 'Needs attention' },
    { id: 'green', name: 'Green', colour: '#009E73', shape: 'circle', letter: 'A', meaning: 'Healthy' },
  ],
  cuts: [60, 80],
};

/** The model with one band's name, look or playbook changed. */
export function updateBand(model: Model, id: string, change: Partial<Omit<Band, 'id'>>): Model {
  return { ...model, bands: model.bands.map((band) => (band.id === id ? { ...band, ...change } : band)) };
}

/** The model with band `index` cut in two at its middle; the new band is the upper half. Segments' own edges are cut the same way. */
export function splitBand(model: Model, index: number): Model {
  const spare = looks[model.bands.length % looks.length]!;
  const { shape } = looks.find((look) => model.bands.every((band) => band.shape !== look.shape)) ?? spare;
  const { colour } = looks.find((look) => model.bands.every((band) => band.colour.toLowerCase() !== look.colour)) ?? spare;
  const name = `Band ${model.bands.length + 1}`;
  const id = freeIdentifier(identifierFrom(name), ['withheld', ...model.bands.map((band) => band.id)]);
  const cut = (cuts: readonly number[]) => {
    const from = cuts[index - 1] ?? 0;
    const to = cuts[index] ?? 100;
    return cuts.toSpliced(index, 0, from < to ? (from + to) / 2 : from + 1);
  };
  return {
    ...model,
    bands: model.bands.toSpliced(index + 1, 0, { id, name, colour, shape }),
    cuts: cut(model.cuts),
    segments: model.segments.map((segment) => (segment.cuts ? { ...segment, cuts: cut(segment.cuts) } : segment)),
  };
}

/** The model without a band: the one below takes its range (the one above, for the lowest). Caps that name it name that one. */
export function removeBand(model: Model, index: number): Model {
  if (model.bands.length < 2) return model;
  const gone = model.bands[index]!.id;
  const heir = model.bands[index === 0 ? 1 : index - 1]!.id;
  const join = (cuts: readonly number[]) => cuts.toSpliced(Math.max(0, index - 1), 1);
  return {
    ...model,
    bands: model.bands.toSpliced(index, 1),
    cuts: join(model.cuts),
    segments: model.segments.map((segment) => (segment.cuts ? { ...segment, cuts: join(segment.cuts) } : segment)),
    caps: model.caps.map((cap) => (cap.band === gone ? { ...cap, band: heir } : cap)),
  };
}

/** Cut points with one moved, kept strictly between its neighbours (at least 0.1 apart) and within 0..100. */
export function moveCut(cuts: readonly number[], index: number, to: number): number[] {
  const low = (cuts[index - 1] ?? -0.1) + 0.1;
  const high = (cuts[index + 1] ?? 100.1) - 0.1;
  return low > high ? [...cuts] : cuts.with(index, Number(Math.min(high, Math.max(low, to)).toFixed(4)));
}

import type { Random } from './createRandom.ts';

// biome-ignore format: a word list reads better in rows
const first = [
  'Amber', 'Anchor', 'Aspen', 'Baltic', 'Beacon', 'Birch', 'Bluefin', 'Bright', 'Cedar', 'Cobalt', 'Copper', 'Coral', 'Crane', 'Delta',
  'Ember', 'Falcon', 'Fjord', 'Granite', 'Harbour', 'Hazel', 'Heron', 'Iris', 'Juniper', 'Kestrel', 'Larch', 'Linden', 'Lumen', 'Maple',
  'Meridian', 'Nordic', 'Oak', 'Onyx', 'Orchard', 'Osprey', 'Pebble', 'Pine', 'Quarry', 'Raven', 'River', 'Rowan', 'Saffron', 'Sable',
  'Silver', 'Slate', 'Sparrow', 'Summit', 'Tamar', 'Thistle', 'Tidal', 'Umber', 'Vale', 'Willow', 'Winter', 'Wren', 'Yarrow', 'Zephyr',
];
const second: Record<string, readonly string[]> = {
  Software: ['Systems', 'Software', 'Cloud', 'Labs', 'Digital'],
  Manufacturing: ['Works', 'Industries', 'Machines', 'Tooling', 'Castings'],
  Retail: ['Stores', 'Outfitters', 'Market', 'Traders', 'Goods'],
  Healthcare: ['Clinics', 'Health', 'Diagnostics', 'Care', 'Medical'],
  Logistics: ['Freight', 'Logistics', 'Shipping', 'Haulage', 'Lines'],
  Finance: ['Capital', 'Insurance', 'Credit', 'Partners', 'Holdings'],
};
const endings = ['GmbH', 'Ltd', 'AB', 'SA', 'B.V.', 'Inc.', 'Oy', 'S.p.A.', '& Sons', 'Group'];
const people = {
  first: ['Aino', 'Beatriz', 'Chidi', 'Dana', 'Elif', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Keiko', 'Liam'],
  last: ["O'Neill", 'Lindqvist', 'Okafor', 'Moreau', 'Yıldız', 'Haddad', 'Brandt', 'Sørensen', 'Costa', 'Weber', 'Tanaka', 'Byrne'],
};

export const industries = Object.keys(second);
export const regions = ['DACH', 'Nordics', 'UK & Ireland', 'Benelux', 'Southern Europe', 'North America'] as const;

/** A plausible company name of the industry; not unique. */
export function companyName(random: Random, industry: string): string {
  const before = random.chance(0.3) ? `${random.pick(first)} ${random.pick(first)}` : random.pick(first);
  const name = `${before} ${random.pick(second[industry]!)}`;
  return random.chance(0.04) ? `${name}, ${random.pick(first)} ${random.pick(endings)}` : `${name} ${random.pick(endings)}`;
}

/** The people who look after accounts: twelve, each with a territory. */
export const owners: readonly string[] = people.first.map((name, index) => `${name} ${people.last[index]}`);

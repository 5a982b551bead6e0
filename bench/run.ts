import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Benchmark } from './Benchmark.ts';

// npm run bench [-- --only NAME] [--json]: every benchmark of the files beside this one, a JSON line for each measurement.
const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean' } } });

const modules = readdirSync(import.meta.dirname).filter((name) => /^[a-z]\w*\.js$/.test(name) && name !== 'run.js');
const all: Benchmark[] = [];
for (const name of modules) {
  const { default: benchmarks } = (await import(/* @vite-ignore */ `./${name}`)) as { default?: Benchmark[] };
  all.push(...(benchmarks ?? []));
}

const chosen = all.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  console.error(`There is no benchmark "${values.only}". There are: ${all.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 2;
}
for (const benchmark of chosen) {
  const { name, size } = benchmark;
  if (!values.json) console.error(`${name} (${size.toLocaleString('en-US')}) ...`);
  const { ours, peer, oursMs, peerMs, peakMemoryMb } = await benchmark.run();
  const ratio = peerMs === null ? null : Number((peerMs / oursMs).toFixed(3));
  console.log(JSON.stringify({ name, size, ours, peer, oursMs, peerMs, ratio, peakMemoryMb }));
}

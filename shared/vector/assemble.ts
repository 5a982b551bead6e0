import { type Code, types, unsigned, type ValueType } from './instructions.ts';

/** A function that gives nothing back but what it writes to memory. */
export interface Procedure {
  name: string;
  parameters: readonly ValueType[];
  /** Numbered after the parameters; 0 at first. */
  locals: readonly ValueType[];
  body: readonly Code[];
}

/** The binary of a WebAssembly module that exports its procedures and works on the imported memory `memory.own` (WebAssembly core specification, chapter 5.5). */
export function assemble(procedures: readonly Procedure[]): Uint8Array {
  const kind = { procedure: 0, memory: 2 };
  const exported = procedures.map(({ name }, index) => [...text(name), kind.procedure, index]);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(procedures.map(({ parameters }) => [0x60, ...list(parameters.map((type) => [types[type]])), 0]))),
    // At least no page: whatever memory is given will do.
    ...section(2, list([[...text('memory'), ...text('own'), kind.memory, 0, 0]])),
    ...section(3, list(procedures.map((_, index) => [index]))),
    ...section(7, list(exported)),
    ...section(
      10,
      list(procedures.map(({ locals, body }) => sized([...list(locals.map((type) => [1, types[type]])), ...body.flat(), 0x0b]))),
    ),
  ]);
}

const sized = (content: Code): Code => [...unsigned(content.length), ...content];
const section = (id: number, content: Code): Code => [id, ...sized(content)];
const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (value: string): Code => sized(Array.from(value, (letter) => letter.charCodeAt(0)));

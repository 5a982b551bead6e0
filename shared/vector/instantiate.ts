import { assemble, type Procedure } from './assemble.ts';

/** The part of WebAssembly that is used; this folder knows no DOM and no Node. */
declare const WebAssembly: {
  Module: new (binary: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

const pageBytes = 65_536;

/**
 * The procedures by name, with a memory of at least so many bytes: addresses are bytes from its beginning. It never grows, because growing
 * takes the buffer from under its views, and after the first time V8 checks for that at every access to any typed array.
 */
export function instantiate<Procedures>(procedures: readonly Procedure[], bytes: number): Procedures & { memory: ArrayBuffer } {
  const module = new WebAssembly.Module(assemble(procedures, Math.ceil(bytes / pageBytes)));
  const { memory, ...named } = new WebAssembly.Instance(module).exports as Procedures & { memory: { buffer: ArrayBuffer } };
  return { ...(named as Procedures), memory: memory.buffer };
}

import { assemble, type Procedure } from './assemble.ts';

interface Memory {
  buffer: ArrayBuffer;
}

/** The part of WebAssembly that is used; this folder knows no DOM and no Node. */
declare const WebAssembly: {
  Module: new (binary: Uint8Array) => object;
  Memory: new (limits: { initial: number; maximum: number }) => Memory;
  Instance: new (module: object, imports: { memory: { own: Memory } }) => { exports: unknown };
};

const pageBytes = 65_536;

/**
 * Compiles procedures, once for all who use them. @returns what binds them, by name, to a new memory of at least so many bytes: addresses are
 * bytes from its beginning. It never grows, because growing takes the buffer from under its views, and after the first time V8 checks for that at
 * every access to any typed array.
 */
export function compile<Procedures>(procedures: readonly Procedure[]): (bytes: number) => Procedures & { memory: ArrayBuffer } {
  const module = new WebAssembly.Module(assemble(procedures));
  return (bytes) => {
    const pages = Math.ceil(bytes / pageBytes);
    const own = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const named = new WebAssembly.Instance(module, { memory: { own } }).exports as Procedures;
    return { ...named, memory: own.buffer };
  };
}

import { Failure } from '../../../shared/failure.ts';

/** The values used last, by name. What could not be made is not kept. */
export class Recent<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Promise<Value>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The value of that name, if it is kept still. */
  find(name: string): Promise<Value> | undefined {
    const value = this.#values.get(name);
    if (value !== undefined) this.#keep(name, value);
    return value;
  }

  /** The value of that name, made when it is not kept. */
  async get(name: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#values.get(name);
    const value = known ?? make();
    this.#keep(name, value);
    try {
      return await value;
    } catch (error) {
      if (this.#values.get(name) === value) this.#values.delete(name);
      // Another call was making it and was cancelled; this one makes its own.
      if (known && error instanceof Failure && error.code === 'cancelled') return this.get(name, make);
      throw error;
    }
  }

  /** The values there are, the one used last first; what is still being made is not among them. */
  async newestFirst(): Promise<[name: string, value: Value][]> {
    const pending = Symbol();
    const all = [...this.#values].reverse().map(async ([name, value]) => [name, await Promise.race([value, pending])] as const);
    const settled = await Promise.allSettled(all);
    return settled.flatMap((one) =>
      one.status === 'fulfilled' && one.value[1] !== pending ? [[one.value[0], one.value[1] as Value]] : [],
    );
  }

  /** Keeps the value of that name no longer. */
  drop(name: string): void {
    this.#values.delete(name);
  }

  #keep(name: string, value: Promise<Value>): void {
    this.#values.delete(name);
    this.#values.set(name, value);
    for (const oldest of [...this.#values.keys()].slice(0, Math.max(0, this.#values.size - this.#most))) this.#values.delete(oldest);
  }
}

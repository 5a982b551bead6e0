import { Failure } from '../../../shared/failure.ts';

/** The values used last, by name. What could not be made is not kept. */
export class Recent<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Promise<Value>>();

  constructor(most: number) {
    this.#most = most;
  }

  async get(name: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#values.get(name);
    const value = known ?? make();
    this.#values.delete(name);
    this.#values.set(name, value);
    for (const oldest of [...this.#values.keys()].slice(0, Math.max(0, this.#values.size - this.#most))) this.#values.delete(oldest);
    try {
      return await value;
    } catch (error) {
      if (this.#values.get(name) === value) this.#values.delete(name);
      // Another call was making it and was cancelled; this one makes its own.
      if (known && error instanceof Failure && error.code === 'cancelled') return this.get(name, make);
      throw error;
    }
  }
}

/** Keeps what was made last, up to a total size; the longest unused goes first. A key must tell the type of its value, too. */
export class Shelf {
  readonly #capacity: number;
  readonly #entries = new Map<string, { value: unknown; size: number }>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  put(key: string, value: unknown, size: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, size });
    let total = [...this.#entries.values()].reduce((sum, entry) => sum + entry.size, 0);
    for (const [oldest, entry] of this.#entries) {
      if (total <= this.#capacity || oldest === key) return;
      this.#entries.delete(oldest);
      total -= entry.size;
    }
  }

  /** What lies under the key, or what `make` makes. A making that fails leaves nothing. */
  async keep<Value>(key: string, size: number, make: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key);
    const value = known ? (known.value as Value) : await make();
    this.put(key, value, size);
    return value;
  }
}

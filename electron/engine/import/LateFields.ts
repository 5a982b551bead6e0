import { join } from 'node:path';
import { csvTable } from './csvTable.ts';
import { type Layout, noDialect } from './Layout.ts';
import type { StructuredRecord } from './structuredRecord.ts';
import { writeTransfer } from './writeTransfer.ts';

/** No more are added: where every record brings names of its own, they are values rather than columns. */
const addedAtMost = 1_000;
/** Records kept of each late field, to judge its type by. */
const witnessesWanted = 50;
const witnessesAtMost = 2_000;

/** Fields of JSON objects that the beginning of the file did not show, in order of appearance. Thrown, they are added to the layout and the file is read again. */
export class LateFields extends Error {
  readonly #known: ReadonlySet<string>;
  readonly #seen = new Map<string, { record: number; witnesses: number }>();
  readonly #witnesses: StructuredRecord[] = [];

  constructor(known: Iterable<string>) {
    super('fields that first appear late');
    this.#known = new Set(known);
  }

  get areThere(): boolean {
    return this.#seen.size > 0;
  }

  look(record: StructuredRecord): void {
    if (!('fields' in record)) return;
    let tells = false;
    for (const [name, text] of record.fields) {
      if (this.#known.has(name)) continue;
      const field = this.#seen.get(name) ?? { record: record.record, witnesses: 0 };
      this.#seen.set(name, field);
      if (text === null || field.witnesses === witnessesWanted) continue;
      field.witnesses++;
      tells = true;
    }
    if (tells && this.#witnesses.length < witnessesAtMost) this.#witnesses.push(record);
  }

  /** Those that are added. */
  get #taken(): string[] {
    return [...this.#seen.keys()].slice(0, addedAtMost);
  }

  /** Sentences about the fields that are added, or else are not. */
  notices(added: boolean): string[] {
    const names = added ? this.#taken : [...this.#seen.keys()];
    const first = names.slice(0, 10).map((name) => `The field "${name}" first appears in record ${this.#seen.get(name)!.record}`);
    const end = added ? 'and was added.' : `and was not imported: at most ${addedAtMost} are added to those of the first records.`;
    const more = names.length - first.length;
    return [...first.map((sentence) => `${sentence} ${end}`), ...(more > 0 ? [`So it is with ${more} more fields.`] : [])];
  }

  /** The layout with these fields as further columns; its beginning holds the records that show them. */
  async addTo(layout: Layout, workFolder: string): Promise<Layout> {
    const headers = [...layout.headers, ...this.#taken];
    const path = join(workFolder, 'late.csv');
    await writeTransfer(path, headers, this.#witnesses);
    return { ...layout, headers, hasLateFields: true, beginning: csvTable(path, noDialect, true, headers) };
  }
}

/** Text that is markup already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | null | readonly (Html | null)[];

/** Markup with values in it; whatever is not markup itself is made harmless. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, piece, index) => text + piece + (index < parts.length ? written(parts[index]!) : ''), ''));
}

function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A table; every column but the first stands to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Html {
  const place = (column: number) => new Html(column === 0 ? '' : ' class="number"');
  const cell = (value: string | number | null, column: number) => html`<td${place(column)}>${value ?? '-'}</td>`;
  const heads = head.map((name, column) => html`<th scope="col"${place(column)}>${name}</th>`);
  return html`<table><thead><tr>${heads}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody></table>`;
}

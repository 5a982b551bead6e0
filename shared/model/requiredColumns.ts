import type { Definition } from './definition.ts';

/** A column that every row of its source must fill. `mayBeBlank`: an empty cell says something (an open end), a cell that does not convert does not. */
export interface RequiredColumn {
  column: string;
  /** What it is to the row, as in "has no day, which every row needs". */
  what: 'account key' | 'day' | 'first day' | 'last day';
  mayBeBlank: boolean;
}

/** The key and the dates without which a row of the source says nothing, as the definition now stands. A source nothing is said of needs none. */
export function requiredColumns(definition: Definition, source: string): RequiredColumn[] {
  const required: RequiredColumn[] = [];
  const need = (column: string | undefined, what: RequiredColumn['what'], mayBeBlank = false) => {
    if (column !== undefined && required.every((one) => one.column !== column)) required.push({ column, what, mayBeBlank });
  };
  const { account } = definition;
  const reading = definition.readings.find((one) => one.source === source);
  need(account?.source === source ? account.key : reading?.link?.column, 'account key');
  switch (reading?.shape.kind) {
    case 'panel':
    case 'events':
      need(reading.shape.date, 'day');
      break;
    case 'intervals':
      need(reading.shape.from, 'first day');
      need(reading.shape.to, 'last day', true);
  }
  return required;
}

import type { z } from 'zod';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { accountOrder } from '../../../shared/contract/scoringCalls.ts';

export type AccountOrder = z.infer<typeof accountOrder>;

/** What of the book the analyst looks at: filters, search and order. */
export interface WorklistView {
  bands: readonly string[];
  segments: readonly string[];
  owners: readonly string[];
  renewalWithinDays: number | null;
  /** Filter text as it was applied; empty for none. */
  where: string;
  search: string;
  orderBy: AccountOrder;
  descending: boolean;
}

/** Everything, worst score first. */
export const wholeBook: WorklistView = {
  bands: [],
  segments: [],
  owners: [],
  renewalWithinDays: null,
  where: '',
  search: '',
  orderBy: 'score',
  descending: false,
};

/** The view as the calls take it: what filters nothing is left out. */
export function viewInput(view: WorklistView): Omit<CallInput<'export-scores'>, 'path' | 'model' | 'asOf'> {
  return {
    ...(view.bands.length > 0 && { bands: [...view.bands] }),
    ...(view.segments.length > 0 && { segments: [...view.segments] }),
    ...(view.owners.length > 0 && { owners: [...view.owners] }),
    ...(view.renewalWithinDays !== null && { renewalWithinDays: view.renewalWithinDays }),
    ...(view.where.trim() !== '' && { where: view.where.trim() }),
    ...(view.search.trim() !== '' && { search: view.search.trim() }),
    orderBy: view.orderBy,
    descending: view.descending,
  };
}

/** Whether the view leaves anything out. */
export function isFiltered(view: WorklistView): boolean {
  return Object.keys(viewInput(view)).length > 2;
}

/** The view after a click on a column's header: that column in its natural order, or turned around when it was the order already. */
export function orderedBy(view: WorklistView, orderBy: AccountOrder): WorklistView {
  if (view.orderBy === orderBy) return { ...view, descending: !view.descending };
  return { ...view, orderBy, descending: orderBy === 'revenue' };
}

/** The view, in the usual order when it names an attribute that this study does not have. */
export function orderKnown(view: WorklistView, attributes: readonly string[]): WorklistView {
  const isUnknown = view.orderBy.startsWith('account.') && !attributes.some((column) => `account.${column}` === view.orderBy);
  return isUnknown ? { ...view, orderBy: wholeBook.orderBy, descending: wholeBook.descending } : view;
}

/** The list with the item taken in, or out when it was there. */
export function toggled(list: readonly string[], item: string): string[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}

import type { comparisonCalls } from '../../../shared/contract/comparisonCalls.ts';
import type { Handlers } from '../CallContext.ts';
import { withComparedBook } from '../comparison/ComparedBook.ts';
import { compareEvidence } from '../comparison/compareEvidence.ts';
import { compareModels } from '../comparison/compareModels.ts';
import { countNearEdges } from '../comparison/countNearEdges.ts';
import { listMovers } from '../comparison/listMovers.ts';
import { listWays } from '../comparison/listWays.ts';
import { chosenModel } from '../scoring/chosenModel.ts';
import { Versions } from '../study/Versions.ts';
import { Hands } from '../whatIf/Hands.ts';
import { onBook } from './onBook.ts';

export const comparisonHandlers: Pick<Handlers, keyof typeof comparisonCalls> = {
  'save-version': async ({ name, note, model }, { session: { store } }) =>
    new Versions(store).save({ name, note, model: chosenModel(store.study, model) }),

  'list-versions': async (_, { session }) => ({ versions: await new Versions(session.store).list() }),

  'read-version': async ({ id }, { session }) => new Versions(session.store).read(id),

  'compare-models': (input, context) => withComparedBook(input, context, compareModels),

  'compare-evidence': (input, context) => {
    const hands = Hands.of(context.session.analysis.database);
    return compareEvidence(input, context, (milliseconds) => hands.rest(milliseconds, context.signal));
  },

  'list-movers': (input, context) => withComparedBook(input, context, (book) => listMovers(book, input)),

  'count-near-edges': ({ within, segment, ...asked }, context) => onBook(asked, context, (book) => countNearEdges(book, within, segment)),

  'reach-band': ({ account, band, limit, ...asked }, context) =>
    onBook(asked, context, (book) => listWays(book, { account, band, limit }, context)),
};

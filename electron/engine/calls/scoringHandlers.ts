import type { scoringCalls } from '../../../shared/contract/scoringCalls.ts';
import type { Handlers } from '../CallContext.ts';
import { writeTable } from '../export/writeTable.ts';
import { explainAccount } from '../scoring/explainAccount.ts';
import { freezeReferences } from '../scoring/freezeReferences.ts';
import { freshnessOf } from '../scoring/freshnessOf.ts';
import { listAccounts } from '../scoring/listAccounts.ts';
import { scoreBook } from '../scoring/scoreBook.ts';
import { scoresQuery } from '../scoring/scoresQuery.ts';
import { listTemplates } from '../templates/listTemplates.ts';
import { onBook, optionsOf } from './onBook.ts';

export const scoringHandlers: Pick<Handlers, keyof typeof scoringCalls> = {
  'score-book': (input, context) => onBook(input, context, scoreBook),

  'list-accounts': ({ offset, limit, ...input }, context) => onBook(input, context, (book) => listAccounts(book, input, { offset, limit })),

  'explain-account': (input, context) => {
    const { analysis, store } = context.session;
    return onBook(input, context, (book) =>
      explainAccount(book, input.account, {
        sources: store.study.sources,
        freshness: (metrics, account, asOf) => freshnessOf(analysis, metrics, account, asOf, optionsOf(context)),
      }),
    );
  },

  'freeze-references': (input, context) => onBook(input, context, (book) => freezeReferences(book, input.leaves, input.perSegment)),

  'export-scores': (input, context) =>
    onBook(input, context, (book) => writeTable(context.session, scoresQuery(book, input), input.path, context)),

  'list-templates': (_, { session }) => listTemplates(session.options.resourcesDirectory),
};

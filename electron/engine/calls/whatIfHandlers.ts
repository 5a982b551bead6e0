import type { whatIfCalls } from '../../../shared/contract/whatIfCalls.ts';
import type { Handlers } from '../CallContext.ts';
import { Hands } from '../whatIf/Hands.ts';
import { moveInHand } from '../whatIf/moveInHand.ts';
import { describeHand, takeInHand } from '../whatIf/takeInHand.ts';

export const whatIfHandlers: Pick<Handlers, keyof typeof whatIfCalls> = {
  'hold-control': async (input, context) => {
    const { name, inHand } = await takeInHand(input, context);
    return describeHand(name, inHand, context.session.store);
  },

  'move-control': async (input, { session: { analysis }, signal }) =>
    moveInHand(await Hands.of(analysis.database).find(input.hand), input, { signal }),
};

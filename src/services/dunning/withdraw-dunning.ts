import type { WithdrawalGround } from '../../domain/dunning/dunning-stage.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { closeCase } from './steps/close-case.js';
import type { DunningResult } from './steps/record-dunning-event.js';
import { takeCase, type WhichCase } from './steps/take-case.js';

interface WithdrawDunning extends WhichCase {
  readonly ground: WithdrawalGround;
}

/**
 * Lets a debtor be: what has fallen due so far is not dunned for again; what is owed stays owed. Needs `dunning.lead` on
 * the estate.
 * @rule D-13 @rule R-DUN-08
 * @throws NOT_FOUND dunning case
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED D-13 when it is closed
 */
export async function withdrawDunning(ctx: CommandContext, input: WithdrawDunning): Promise<DunningResult> {
  const debt = await takeCase(ctx, input, 'dunning.lead');
  const today = await dayAt(ctx, debt.estateId, ctx.clock.now());
  return closeCase(ctx, debt, today, { ending: 'WITHDRAWN', ground: input.ground });
}

import type { DebtorReason } from '../../domain/dunning/debtor-reason.js';
import type { CommandContext } from '../command/command-context.js';
import { followDuties } from './steps/follow-duties.js';
import { recordDunningEvent, type DunningResult } from './steps/record-dunning-event.js';
import { takeCase, type WhichCase } from './steps/take-case.js';

interface SetDebtorReason extends WhichCase {
  /** Null: nobody knows. */
  readonly reason?: DebtorReason | null;
}

/**
 * Says why a debtor does not pay; who resides abroad is telephoned, and not visited. Needs `dunning.act` on the estate.
 * @rule R-DUN-02
 * @throws NOT_FOUND dunning case
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED D-13 when it is closed
 */
export async function setDebtorReason(ctx: CommandContext, input: SetDebtorReason): Promise<DunningResult> {
  const debt = await takeCase(ctx, input, 'dunning.act');
  debt.reason = input.reason ?? null;
  const result = recordDunningEvent(ctx, debt, 'REASONED');
  await followDuties(ctx, debt.id);
  return result;
}

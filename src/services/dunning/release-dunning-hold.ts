import { conflict, notFound } from '../../domain/errors.js';
import { DunningHold } from '../../entities/dunning/dunning-hold.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { findRow } from '../place/steps/find-row.js';
import { followDuties } from './steps/follow-duties.js';
import { recordDunningEvent, type DunningResult } from './steps/record-dunning-event.js';
import { takeCase, type WhichCase } from './steps/take-case.js';

interface ReleaseDunningHold extends WhichCase {
  readonly holdId: string;
}

/**
 * Lets dunning go on: the dispute is over, the promise was withdrawn. Needs `dunning.act` on the estate.
 * @rule D-13
 * @throws NOT_FOUND dunning case or hold
 * @throws CONFLICT when it has changed meanwhile, or is released already
 * @throws RULE_REFUSED D-13 when it is closed
 */
export async function releaseDunningHold(ctx: CommandContext, input: ReleaseDunningHold): Promise<DunningResult> {
  const debt = await takeCase(ctx, input, 'dunning.act');
  const hold = await findRow(ctx, DunningHold, 'hold', input.holdId);
  if (hold.caseId !== debt.id) throw notFound('hold');
  if (hold.releasedAt != null) throw conflict('The hold is released already.', { what: 'hold' });
  Object.assign(hold, { releasedAt: ctx.clock.now(), releasedBy: ctx.principal.subjectId });
  const result = recordDunningEvent(ctx, debt, 'RELEASED', { hold: hold.kind, holdId: hold.id });
  await followDuties(ctx, debt.id);
  return result;
}

import { conflict } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { callOffPlanned } from './steps/close-case.js';
import { recordDunningEvent, type DunningResult } from './steps/record-dunning-event.js';
import { takeCase, type WhichCase } from './steps/take-case.js';

/**
 * Says that the visit that is ahead does not take place. Needs `dunning.act` on the estate.
 * @rule R-DUN-05
 * @throws NOT_FOUND dunning case
 * @throws CONFLICT when it has changed meanwhile, or no visit is ahead
 * @throws RULE_REFUSED D-13 when it is closed
 */
export async function callOffDunningVisit(ctx: CommandContext, input: WhichCase): Promise<DunningResult> {
  const debt = await takeCase(ctx, input, 'dunning.act');
  if (!(await callOffPlanned(ctx, debt))) throw conflict('No visit is ahead.', { what: 'dunning case' });
  return recordDunningEvent(ctx, debt, 'CALLED_OFF');
}

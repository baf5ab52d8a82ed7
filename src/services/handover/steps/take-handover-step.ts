import { nextHandoverState, type HandoverStep } from '../../../domain/handover/handover-state.js';
import type { Action } from '../../../domain/identity/action.js';
import { HandoverSheet } from '../../../entities/handover/handover-sheet.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** Which sheet. */
export interface HandoverStepInput extends CommandInput {
  readonly sheetId: string;
  readonly expectedVersion?: number | null;
}

const ACTION_OF: Readonly<Record<HandoverStep, Action>> = {
  RECOUNT: 'fee.collect',
  BANK: 'fee.collect',
  CONFIRM: 'handover.confirm',
  RECONCILE: 'handover.reconcile',
};

/**
 * A sheet one step further, for who may take it.
 * @throws NOT_FOUND handoverSheet
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED when the step is not the sheet's next
 */
export async function takeHandoverStep(
  ctx: CommandContext,
  { sheetId, expectedVersion }: HandoverStepInput,
  step: HandoverStep,
): Promise<HandoverSheet> {
  const sheet = await ctx.load(HandoverSheet, 'handoverSheet', sheetId, expectedVersion);
  authorizeOn(ctx.principal, ACTION_OF[step], sheet.estateId);
  return Object.assign(sheet, { state: nextHandoverState(sheet.state, step), version: sheet.version + 1 });
}

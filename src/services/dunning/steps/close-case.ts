import type { DunningEnding, WithdrawalGround } from '../../../domain/dunning/dunning-stage.js';
import type { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import { DunningStep } from '../../../entities/dunning/dunning-step.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { followDuties } from './follow-duties.js';
import { recordDunningEvent, type DunningResult } from './record-dunning-event.js';

/** Ends a case that is locked: what is owed about it lapses, and a visit that is ahead does not take place. */
export async function closeCase(
  ctx: CommandContext,
  debt: DunningCase,
  today: string,
  { ending, ground = null }: { readonly ending: DunningEnding; readonly ground?: WithdrawalGround | null },
): Promise<DunningResult> {
  Object.assign(debt, { stage: 'CLOSED', ending, ground, closedOn: today, closedAt: ctx.clock.now() });
  const result = recordDunningEvent(ctx, debt, 'CLOSED', { ending, ground });
  await callOffPlanned(ctx, debt);
  await followDuties(ctx, debt.id);
  return result;
}

/** Has a visit that is ahead not take place. @returns whether there was one */
export async function callOffPlanned(ctx: CommandContext, { id: caseId }: DunningCase): Promise<boolean> {
  const planned = await ctx.em.find(DunningStep, { companyId: ctx.companyId, caseId, state: 'PLANNED' });
  for (const step of planned) step.state = 'CALLED_OFF';
  return planned.length > 0;
}

import { assertHold, type HoldKind } from '../../../domain/dunning/dunning-hold.js';
import type { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import { DunningHold } from '../../../entities/dunning/dunning-hold.entity.js';
import { DunningInstalment } from '../../../entities/dunning/dunning-instalment.entity.js';
import { newId } from '../../../entities/new-id.js';
import { dunnableDays } from '../../../tenancy/dunning/case-standing.js';
import type { CommandContext } from '../../command/command-context.js';
import { callOffPlanned } from './close-case.js';
import { followDutiesOf } from './follow-duties.js';
import { recordDunningEvent } from './record-dunning-event.js';
import { standingOf } from './standing-of.js';

/** What stops dunning. */
export interface HoldToWrite {
  readonly kind: HoldKind;
  readonly chargeId?: string | null;
  readonly complaintId?: string | null;
  readonly untilDay?: string | null;
  readonly instalments?: readonly { readonly dueDay: string; readonly amountMinor: number }[];
}

/**
 * Stops dunning of a case that is locked; a new promise or agreement stands in place of the one before. Where nothing is
 * left to dun for, a visit that is ahead does not take place and what was owed lapses.
 * @rule D-13
 * @throws INVALID_INPUT for a hold that cannot be
 */
export async function holdCase(ctx: CommandContext, debt: DunningCase, wanted: HoldToWrite): Promise<DunningHold> {
  const { kind, chargeId = null, complaintId = null, untilDay = null, instalments = [] } = wanted;
  const { companyId } = ctx;
  const { id: caseId, estateId } = debt;
  const { today, arrearsMinor } = await standingOf(ctx, caseId);
  assertHold({ kind, chargeId, complaintId, untilDay, instalments }, today, arrearsMinor);
  const [now, by] = [ctx.clock.now(), ctx.principal.subjectId];
  if (kind === 'PROMISE' || kind === 'INSTALMENTS')
    for (const before of await ctx.em.find(DunningHold, { companyId, caseId, kind, releasedAt: null }))
      Object.assign(before, { releasedAt: now, releasedBy: by });
  const hold = ctx.em.create(DunningHold, {
    ...{ companyId, id: newId(), estateId, caseId, kind, chargeId, ticketId: complaintId, fromDay: today, untilDay },
    ...{ begunAt: now, begunBy: by, releasedAt: null, releasedBy: null },
  });
  await ctx.em.flush();
  for (const { dueDay, amountMinor } of instalments)
    ctx.em.create(DunningInstalment, { companyId, id: newId(), estateId, holdId: hold.id, dueDay, amountMinor });
  recordDunningEvent(ctx, debt, 'HELD', { hold: kind, holdId: hold.id, chargeId, complaintId, untilDay });
  const standing = await standingOf(ctx, caseId);
  if (dunnableDays(standing).length === 0) await callOffPlanned(ctx, debt);
  await followDutiesOf(ctx, standing);
  return hold;
}

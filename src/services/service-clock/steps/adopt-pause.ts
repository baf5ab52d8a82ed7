import { LockMode } from '@mikro-orm/core';
import { ruleRefused } from '../../../domain/errors.js';
import type { Approval } from '../../../entities/approval/approval.entity.js';
import { ClockPauseProposal } from '../../../entities/service-clock/clock-pause-proposal.entity.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';
import { assertNotAbout } from '../../ticket/steps/assert-not-about.js';
import { haveClocksStandStill } from './stand-still.js';

/**
 * Has the clock of an approved proposal stand still from now on, until the approved instant.
 * @rule D-05 @rule D-16
 * @throws RULE_REFUSED D-05 when the clock no longer waits or the instant has passed: it can be sent back; D-16 for whoever
 * the complaint is about
 */
export async function adoptPause(ctx: CommandContext, { subjectId }: Approval): Promise<void> {
  const { ticketId, clockId, reason, untilAt } = await findRow(ctx, ClockPauseProposal, 'proposal', subjectId);
  const where = { companyId: ctx.companyId, id: ticketId };
  const ticket = await ctx.em.findOneOrFail(Ticket, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  assertNotAbout(ctx, ticket);
  const pause = { reason, at: ctx.clock.now(), until: untilAt };
  if ((await haveClocksStandStill(ctx, ticket, pause, clockId)) === 0)
    throw ruleRefused('D-05', 'The clock has ended, its limit has passed, or the time has: send it back.', {
      until: untilAt.toISOString(),
    });
}

import { changesRepeats } from '../../../domain/complaint/repeat-complaint.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { becomesEarlier, changesEarlier } from '../../../domain/ticket/reported-anew.js';
import type { Visibility } from '../../../domain/visibility.js';
import type { CommandContext } from '../../command/command-context.js';
import { isEnteredLate } from '../../../domain/service-clock/clock-ledger.js';
import { clocksFollow } from '../../service-clock/steps/clocks-follow.js';
import { takeTurnAtHousehold, touchEarlier } from './earlier-repairs.js';
import { tellResident } from './tell-of-ticket.js';

interface TicketHappening {
  /** `REPAIR_REPORTED`; stored as `ticket.REPAIR_REPORTED`. */
  readonly type: string;
  readonly occurredAt: Date;
  /** CUSTOMER lets the resident of the ticket's occupancy see it. @rule D-30 */
  readonly visibility: Visibility;
  /** Ids, codes and numbers beside `kind` and `stage`, which every event of a ticket carries. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Tells what happened to a ticket, under the version that it now has; of what concerns them, residents as well. The
 * ticket's clocks follow, and so do figures of its household and of earlier repairs there. The ticket's own event comes
 * last: its position is the command's. What is entered more than a day after it happened is marked.
 * @rule R-MET-11
 */
export function recordTicketEvent(ctx: CommandContext, ticket: Ticket, happening: TicketHappening): void {
  const { type, occurredAt: at, facts = {} } = happening;
  clocksFollow(ctx, ticket, { type, at, facts });
  if (ticket.kind === 'COMPLAINT' && ticket.unitId != null && changesRepeats(type))
    ctx.touched.push({ subject: 'household', ids: [ticket.unitId] });
  if (ticket.kind === 'REPAIR' && (changesEarlier(type) || becomesEarlier(type))) takeTurnAtHousehold(ctx, ticket);
  if (ticket.kind === 'REPAIR' && changesEarlier(type)) touchEarlier(ctx, ticket);
  const late: typeof facts = isEnteredLate(at, ctx.clock.now()) ? { enteredLate: true } : {};
  if (happening.visibility === 'CUSTOMER') tellResident(ctx, ticket, happening.type, happening.occurredAt);
  ctx.record({
    type: `ticket.${happening.type}`,
    estateId: ticket.estateId,
    subjectKind: 'ticket',
    subjectId: ticket.id,
    subjectVersion: ticket.version,
    occupancyId: ticket.occupancyId,
    visibility: happening.visibility,
    occurredAt: happening.occurredAt,
    facts: { kind: ticket.kind, stage: ticket.stage, ...facts, ...late },
  });
}

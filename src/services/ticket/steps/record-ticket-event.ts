import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { Visibility } from '../../../entities/event/event.entity.js';
import type { CommandContext } from '../../command/command-context.js';

interface TicketHappening {
  /** `REPAIR_REPORTED`; stored as `ticket.REPAIR_REPORTED`. */
  readonly type: string;
  readonly occurredAt: Date;
  /** CUSTOMER lets the resident of the ticket's occupancy see it. @rule D-30 */
  readonly visibility: Visibility;
  /** Ids, codes and numbers beside `kind` and `stage`, which every event of a ticket carries. */
  readonly facts?: Readonly<Record<string, string | number | null>>;
}

/** Tells what happened to a ticket, under the version that it now has. */
export function recordTicketEvent(ctx: CommandContext, ticket: Ticket, happening: TicketHappening): void {
  ctx.record({
    type: `ticket.${happening.type}`,
    estateId: ticket.estateId,
    subjectKind: 'ticket',
    subjectId: ticket.id,
    subjectVersion: ticket.version,
    occupancyId: ticket.occupancyId,
    visibility: happening.visibility,
    occurredAt: happening.occurredAt,
    facts: { kind: ticket.kind, stage: ticket.stage, ...happening.facts },
  });
}

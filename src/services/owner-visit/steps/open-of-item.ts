import type { ItemRoute } from '../../../domain/owner-visit/item-route.js';
import { subjectOf } from '../../../domain/owner-visit/visit-item.js';
import type { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { openComplaint } from '../../complaint/steps/open-complaint.js';
import type { Report } from '../../ticket/steps/new-ticket.js';
import { openRepair } from '../../ticket/steps/open-repair.js';
import { openTicket } from '../../ticket/steps/open-ticket.js';
import { recordTicketEvent } from '../../ticket/steps/record-ticket-event.js';

/** What was said, which procedure it follows, and since when. */
interface OfItem {
  readonly text: string;
  readonly route: Exclude<ItemRoute, 'NOTED'>;
  readonly at: Date;
}

/**
 * Opens the ticket that something said on a visit becomes, for the household and customer of the visit.
 * @rule R-VIS-18
 * @returns its id
 */
export async function openOfItem(ctx: CommandContext, visit: OwnerVisit, { text, route, at }: OfItem): Promise<string> {
  const report: Report = {
    estateId: visit.estateId,
    unitId: visit.unitId,
    customerId: visit.customerId ?? null,
    channel: 'OWNER_VISIT',
    subject: subjectOf(text),
    description: text,
    occurredAt: at,
  };
  if (route === 'COMPLAINT') return (await openComplaint(ctx, report)).id;
  if (route === 'REPAIR') return (await openRepair(ctx, { ...report, urgency: 'ORDINARY' })).id;
  const { ticket } = await openTicket(ctx, report, route, 'request.take');
  recordTicketEvent(ctx, ticket, {
    type: `${route}_RECORDED`,
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { channel: report.channel, categoryId: null },
  });
  return ticket.id;
}

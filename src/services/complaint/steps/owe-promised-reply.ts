import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { owe } from '../../obligation/steps/owe.js';
import { owedFor } from '../../obligation/steps/owed-for.js';
import { reschedule } from '../../obligation/steps/reschedule.js';

/**
 * Has the front desk owe the reply that the customer was promised by an instant. A promise that takes the place of one
 * not yet due moves it; one that was missed stays missed until the customer hears.
 * @rule R-CMP-24
 */
export async function owePromisedReply(ctx: CommandContext, ticket: Ticket, since: Date, dueAt: Date): Promise<void> {
  const open = (await owedFor(ctx, ['COMPLAINT_REPLY'], ticket.id)).find(({ state }) => state === 'OPEN');
  if (open) {
    reschedule(ctx, open, dueAt, since);
    return;
  }
  const { estateId, id } = ticket;
  const owner = { ownerPost: 'FRONT_DESK' } as const;
  owe(ctx, { kind: 'COMPLAINT_REPLY', estateId, subjectKind: 'TICKET', subjectId: id, owner, since, dueAt });
}

import { RepairWorker } from '../../../entities/ticket/repair-worker.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** The visit that people are named for: the one under way, else the next. */
export const visitAhead = ({ stage, visits }: Pick<Ticket, 'stage' | 'visits'>): number =>
  stage === 'ON_SITE' ? visits : visits + 1;

/** Who was named for a visit of a repair. */
export const workersOf = (ctx: CommandContext, ticket: Ticket, visitNumber: number): Promise<RepairWorker[]> =>
  ctx.em.find(
    RepairWorker,
    { companyId: ctx.companyId, ticketId: ticket.id, visitNumber },
    { orderBy: { staffId: 'asc' } },
  );

/** Has somebody work on the visit under way or ahead; a helper who takes over is the technician from then on. */
export async function addWorker(
  ctx: CommandContext,
  ticket: Ticket,
  staffId: string,
  { helps }: { readonly helps: boolean },
): Promise<void> {
  const visitNumber = visitAhead(ticket);
  const there = (await workersOf(ctx, ticket, visitNumber)).find((worker) => worker.staffId === staffId);
  if (there) {
    there.helps &&= helps;
    return;
  }
  const { companyId } = ctx;
  ctx.em.create(RepairWorker, {
    companyId,
    ticketId: ticket.id,
    visitNumber,
    staffId,
    estateId: ticket.estateId,
    helps,
  });
}

/**
 * Whether somebody did the work of a repair, or part of it: whoever has it, and everybody who worked on a visit.
 * @rule R-ORG-65 @rule R-ORG-68
 */
export async function didTheWork(ctx: CommandContext, ticket: Ticket, staffId: string): Promise<boolean> {
  if (ticket.assigneeId === staffId) return true;
  const { companyId } = ctx;
  const visits = { companyId, ticketId: ticket.id, staffId, visitNumber: { $lte: ticket.visits } };
  return (await ctx.em.count(RepairWorker, visits)) > 0;
}

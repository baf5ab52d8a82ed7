import { LockMode } from '@mikro-orm/core';
import { lapsesWithTicket } from '../../domain/obligation/lapses-with-ticket.js';
import { TICKET_KINDS } from '../../domain/ticket/ticket-kind.js';
import { Ticket } from '../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../services/command/command-context.js';
import { oweJudgement } from '../../services/complaint/steps/owe-judgement.js';
import { lapse } from '../../services/obligation/steps/lapse.js';
import { owedFor } from '../../services/obligation/steps/owed-for.js';
import type { HappenedEvent, Reaction } from '../reaction/reaction.js';

const LODGED = 'ticket.COMPLAINT_LODGED';
const DONE = 'ticket.REPAIR_COMPLETED';
const TURNED = ['REOPENED', 'CLOSED', 'CANCELLED', 'DECLINED'].flatMap((turn) =>
  TICKET_KINDS.map((kind) => `ticket.${kind}_${turn}`),
);

/** What takes a joined ticket to another stage. */
const MOVED = ['ticket.FOLLOWED', 'ticket.UNMERGED'];

/**
 * What is owed about a ticket follows what residents and staff do to it: a complaint that was lodged is to be judged; what
 * was opened again or has ended ends what was owed for it. @rule D-06
 */
export const ticketObligations: Reaction = {
  name: 'ticket-obligations',
  types: [LODGED, DONE, ...TURNED, ...MOVED],
  from: 'HEAD',
  react: async (ctx, event) => {
    const ticket = await lockTicket(ctx, event);
    if (!ticket) return;
    if (event.type === LODGED) await oweJudgement(ctx, ticket);
    const kinds = lapsesWithTicket(ticket);
    if (kinds.length > 0) lapse(ctx, await owedFor(ctx, kinds, ticket.id), event.occurredAt);
  },
};

/** Locked, so that nobody judges or ends it between the look and what follows from it. */
const lockTicket = (ctx: CommandContext, { subjectId }: HappenedEvent): Promise<Ticket | null> =>
  ctx.em.findOne(
    Ticket,
    { companyId: ctx.companyId, id: subjectId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );

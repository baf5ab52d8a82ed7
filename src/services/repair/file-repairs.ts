import { LockMode } from '@mikro-orm/core';
import { isId } from '../../domain/id.js';
import { notFound } from '../../domain/errors.js';
import { endOfFiledMonth } from '../../domain/repair/filing-month.js';
import { sharedStep } from '../../domain/ticket/lives.js';
import { Ticket } from '../../entities/ticket/ticket.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { zoneOf } from '../calendar/steps/zone-of.js';
import { isCalledBack } from '../callback/steps/owe-callback.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';

/** Orders that one command files. */
const AT_ONCE = 500;
/** Returned orders that are looked at together: few of them need no callback. */
const LOOKED_AT = 2_000;

interface FileRepairs extends CommandInput {
  readonly estateId: string;
  /** `2026-10`. */
  readonly month: string;
}

/** What came of a filing. */
export interface FiledRepairs {
  readonly estateId: string;
  /** Orders that were filed by this command. */
  readonly filed: number;
  /** Finished orders of the month and before it that wait for a signature, their return or the callback. */
  readonly waiting: number;
  /** Whether there are more to file: the command is given again. */
  readonly more: boolean;
}

/**
 * Files what has been called back in a month, and before it, on an estate, and what needs no callback once it is back: at
 * most 500 orders a command. Needs `repair.file` on the estate.
 * @rule R-RPR-18 @rule R-RPR-15
 * @throws NOT_FOUND estate
 * @throws RULE_REFUSED R-RPR-18 while the month is not over
 */
export async function fileRepairs(ctx: CommandContext, { estateId, month }: FileRepairs): Promise<FiledRepairs> {
  const { companyId, em, clock } = ctx;
  if (!isId(estateId)) throw notFound('estate');
  const timeZone = await zoneOf(ctx, estateId);
  authorizeOn(ctx.principal, 'repair.file', estateId);
  const until = endOfFiledMonth(month, timeZone, clock.now());
  const finished = { companyId, estateId, kind: 'REPAIR', phase: 'RESOLVED', completedAt: { $lt: until } } as const;
  const ready = await em.find(
    Ticket,
    { ...finished, stage: 'CALLED_BACK', calledBackAt: { $lt: until } },
    { orderBy: { reportedAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, limit: AT_ONCE + 1 },
  );
  const back = { ...finished, stage: 'RETURNED', returnedAt: { $lt: until } } as const;
  let last: Ticket | undefined;
  do {
    const after = last ? { id: { $gt: last.id } } : {};
    const lock = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, limit: LOOKED_AT } as const;
    const returned = ready.length > AT_ONCE ? [] : await em.find(Ticket, { ...back, ...after }, lock);
    for (const ticket of returned) if (!(await isCalledBack(ctx, ticket))) ready.push(ticket);
    last = returned.length === LOOKED_AT ? returned.at(-1) : undefined;
  } while (last);
  const filed = ready.slice(0, AT_ONCE);
  for (const ticket of filed) {
    Object.assign(ticket, sharedStep(ticket.kind, 'close', ticket.stage));
    ticket.closedAt = clock.now();
    ticket.version += 1;
    recordTicketEvent(ctx, ticket, {
      type: 'REPAIR_CLOSED',
      occurredAt: clock.now(),
      visibility: 'CUSTOMER',
      facts: { callbackWaived: false, month },
    });
  }
  const waiting = await em.count(Ticket, { ...finished, id: { $nin: ready.map(({ id }) => id) } });
  ctx.record({
    type: 'repair.MONTH_FILED',
    estateId,
    subjectKind: 'estate',
    subjectId: estateId,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { month, filed: filed.length, waiting },
  });
  return { estateId, filed: filed.length, waiting, more: ready.length > filed.length };
}

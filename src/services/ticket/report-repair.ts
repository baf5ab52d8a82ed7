import { invalidInput, notFound } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import { localDay } from '../../domain/place/local-day.js';
import type { Channel } from '../../domain/ticket/channel.js';
import { assertReportTime } from '../../domain/ticket/milestones.js';
import { nextStage } from '../../domain/ticket/repair-life.js';
import { phaseOfRepair } from '../../domain/ticket/repair-stage.js';
import type { Urgency } from '../../domain/ticket/urgency.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { Ticket } from '../../entities/ticket/ticket.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { chosenCategory } from '../category/steps/chosen-category.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { numberRow } from '../numbering/steps/number-row.js';
import { concernOfReport, concernOfResident } from './steps/concern.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import type { TicketStepResult } from './steps/take-ticket-step.js';

/** What somebody reports as defective. */
export interface ReportRepair extends CommandInput {
  readonly estateId: string;
  readonly unitId?: string | null;
  readonly customerId?: string | null;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
  readonly categoryId?: string | null;
  readonly channel: Channel;
  readonly urgency: Urgency;
  readonly subject: string;
  readonly description?: string | null;
  /** When the report was taken, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * Takes a repair report down as a new ticket, numbered by estate and local year. Needs `repair.report` on the estate; a
 * resident reports by APP for a unit that the resident holds today.
 * @rule R-RPR-03 @rule D-30
 * @throws NOT_FOUND when estate, unit, customer or category are not seen or lie in another estate
 * @throws INVALID_INPUT when the claimed instant is impossible, a resident names no unit or another channel, or
 * the category is not for repairs or not offered on that day
 */
export async function reportRepair(ctx: CommandContext, input: ReportRepair): Promise<TicketStepResult> {
  const { companyId, principal } = ctx;
  const estate = isId(input.estateId) ? await ctx.em.findOne(Estate, { companyId, id: input.estateId }) : null;
  if (!estate) throw notFound('estate');
  authorizeOn(principal, 'repair.report', estate.id);
  const resident = principal.kind === 'RESIDENT';
  if (resident && input.channel !== 'APP') throw invalidInput('input.channel', 'a resident reports by APP');
  const at = ctx.occurredAt(input.occurredAt);
  assertReportTime(at);
  const day = localDay(at, estate.timeZone);
  const wanted = { estateId: estate.id, unitId: input.unitId ?? null, customerId: input.customerId ?? null, day };
  const concern = resident
    ? await concernOfResident(ctx, { ...wanted, today: localDay(ctx.clock.now(), estate.timeZone) })
    : await concernOfReport(ctx, wanted);
  const category =
    input.categoryId == null ? null : await chosenCategory(ctx, input.categoryId, { kind: 'REPAIR', day });
  const id = newId();
  await numberRow(ctx, { table: 'ticket', id, subject: 'REPAIR', estate, day });
  const stage = nextStage('report', null);
  const ticket = ctx.em.create(Ticket, {
    companyId,
    id,
    estateId: estate.id,
    number: id,
    kind: 'REPAIR',
    phase: phaseOfRepair(stage),
    stage,
    urgency: input.urgency,
    version: 1,
    ...concern,
    categoryId: category?.id ?? null,
    channel: input.channel,
    subject: input.subject,
    description: input.description ?? null,
    contactName: input.contactName ?? null,
    contactPhone: input.contactPhone ?? null,
    visits: 0,
    reportedAt: at,
  });
  ctx.em.persist(ticket);
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_REPORTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { urgency: input.urgency, channel: input.channel, categoryId: category?.id ?? null },
  });
  return { ticketId: id, version: ticket.version };
}

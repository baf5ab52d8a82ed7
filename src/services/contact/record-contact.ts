import { nextContactStage } from '../../domain/contact/contact-life.js';
import { invalidInput } from '../../domain/errors.js';
import { localDay } from '../../domain/place/local-day.js';
import type { Channel } from '../../domain/ticket/channel.js';
import { assertReportTime } from '../../domain/ticket/milestones.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { concernOfReport, lookUpNamed } from '../ticket/steps/concern.js';
import { countOnTicket } from './steps/count-on-ticket.js';
import type { ContactResult } from './steps/take-contact-step.js';
import { ticketOnEstate } from './steps/ticket-on-estate.js';
import { writeContact } from './steps/write-contact.js';

/** What a customer wanted who called, came or wrote. */
interface RecordContact extends CommandInput {
  readonly estateId: string;
  readonly channel: Channel;
  readonly callerName?: string | null;
  readonly callerPhone?: string | null;
  readonly unitId?: string | null;
  readonly room?: string | null;
  readonly customerId?: string | null;
  readonly intent: string;
  readonly content?: string | null;
  /** What the customer was told at once: the entry is answered. */
  readonly answer?: string | null;
  /** A ticket that it is about: the entry is routed to it, unless it was answered. */
  readonly ticketId?: string | null;
  /** When it was received, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * Writes a call, visit, letter or remark of a customer into the contact log, numbered by estate and local year: answered
 * at once, routed to a ticket that is there already, or to be handled. Needs `contact.record` on the estate.
 * @rule R-REC-01 @rule R-REC-07 @rule R-REC-10 @rule R-REC-11 @rule R-REC-19 @rule R-DSP-10 @rule D-17
 * @throws NOT_FOUND when estate, unit, customer or ticket are not seen or lie in another estate
 * @throws INVALID_INPUT when a patrol is named as the channel, or the claimed instant is impossible
 * @throws RULE_REFUSED when it is routed to a ticket at its end
 */
export async function recordContact(ctx: CommandContext, input: RecordContact): Promise<ContactResult> {
  const estate = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'contact.record', estate.id);
  if (input.channel === 'PATROL') throw invalidInput('input.channel', 'nobody comes to us by a patrol');
  const receivedAt = ctx.occurredAt(input.occurredAt);
  assertReportTime(receivedAt);
  const named = { estateId: estate.id, unitId: input.unitId ?? null, customerId: input.customerId ?? null };
  const there = await lookUpNamed(ctx, named);
  const day = localDay(receivedAt, estate.timeZone);
  const { unitId, customerId } = await concernOfReport(ctx, { ...named, there, day });
  const ticket = input.ticketId == null ? null : await ticketOnEstate(ctx, input.ticketId, estate.id);
  const answer = input.answer ?? null;
  const logged = nextContactStage('record', null);
  const contact = await writeContact(ctx, {
    estate,
    channel: input.channel,
    stage: answer !== null ? nextContactStage('answer', logged) : ticket ? nextContactStage('route', logged) : logged,
    receivedAt,
    callerName: input.callerName ?? null,
    callerPhone: input.callerPhone ?? null,
    unitId,
    room: input.room ?? null,
    customerId,
    intent: input.intent,
    content: input.content ?? null,
    ticketId: ticket?.id ?? null,
    feedback: answer,
  });
  if (ticket) await countOnTicket(ctx, contact, ticket, receivedAt);
  return { contactId: contact.id, version: contact.version };
}

import type { Action } from '../../../domain/identity/action.js';
import type { AttachmentSubject } from '../../../domain/attachment/attachment-subject.js';
import type { TicketKind } from '../../../domain/ticket/ticket-kind.js';
import { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import { MeterReading } from '../../../entities/meter/meter-reading.entity.js';
import { PaymentNotice } from '../../../entities/payment-notice/payment-notice.entity.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/** What an attachment inherits from what it hangs on, and how events name that. */
export interface Subject {
  readonly estateId: string;
  /** Its resident may see what is meant for customers. @rule D-30 */
  readonly occupancyId: string | null;
  readonly id: string;
  readonly version: number;
  /** The kind of record whose term files on it share; null where they are kept as long as the record. @rule Q-24 */
  readonly recordKind: TicketKind | null;
  /** `ticket`, `dunning`, in types of events. */
  readonly concept: string;
  /** Codes that all events of the subject carry. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Finds a kind of subject, behind the asker's fence. */
type Finder = (ctx: CommandContext, id: string) => Promise<Subject>;

/** One line for each kind of thing that takes attachments. */
const FINDERS: Readonly<Record<AttachmentSubject, Finder>> = {
  TICKET: async (ctx, id) => {
    const ticket = await findRow(ctx, Ticket, 'ticket', id);
    const { estateId, occupancyId = null, version, kind, stage } = ticket;
    const facts = { kind, stage };
    return { estateId, occupancyId, id: ticket.id, version, recordKind: kind, concept: 'ticket', facts };
  },
  DUNNING_CASE: async (ctx, id) => {
    const debt = await findRow(ctx, DunningCase, 'dunning case', id);
    authorizeOn(ctx.principal, 'dunning.act', debt.estateId);
    const { estateId, version, stage } = debt;
    return {
      estateId,
      occupancyId: null,
      id: debt.id,
      version,
      recordKind: null,
      concept: 'dunningCase',
      facts: { stage },
    };
  },
  METER_READING: async (ctx, id) => {
    const reading = await findRow(ctx, MeterReading, 'reading', id);
    authorizeOn(ctx.principal, 'meter.record', reading.estateId);
    const { estateId, version, kind } = reading;
    return {
      estateId,
      occupancyId: null,
      id: reading.id,
      version,
      recordKind: null,
      concept: 'meterReading',
      facts: { kind },
    };
  },
  PAYMENT_NOTICE: async (ctx, id) => {
    const notice = await findRow(ctx, PaymentNotice, 'payment notice', id);
    authorizeOn(ctx.principal, 'fee.deliver', notice.estateId);
    const { estateId, version, state } = notice;
    return {
      estateId,
      occupancyId: null,
      id: notice.id,
      version,
      recordKind: null,
      concept: 'paymentNotice',
      facts: { state },
    };
  },
};

/**
 * What something is to be attached to, with the right to do so.
 * @throws NOT_FOUND when the fence does not show it
 * @throws FORBIDDEN when the action does not reach its estate
 */
export async function subjectFor(
  ctx: CommandContext,
  action: Action,
  kind: AttachmentSubject,
  id: string,
): Promise<Subject> {
  const subject = await FINDERS[kind](ctx, id);
  authorizeOn(ctx.principal, action, subject.estateId);
  return subject;
}

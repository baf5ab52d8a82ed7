import type { ContactStage } from '../../../domain/contact/contact-stage.js';
import { localDay } from '../../../domain/place/local-day.js';
import type { Channel } from '../../../domain/ticket/channel.js';
import { Contact } from '../../../entities/contact/contact.entity.js';
import { newId } from '../../../entities/new-id.js';
import { shaped } from '../../../tenancy/read/shaped.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import { numberRow } from '../../numbering/steps/number-row.js';
import { recordContactEvent } from './record-contact-event.js';

/** The estate of a contact, as far as its number needs it. */
export interface EstateOfContact {
  readonly id: string;
  readonly code: string;
  readonly timeZone: string;
}

/** What stands in a new entry; unit, customer and ticket were looked up. */
interface NewContact {
  readonly estate: EstateOfContact;
  readonly channel: Channel;
  readonly stage: ContactStage;
  readonly receivedAt: Date;
  readonly callerName: string | null;
  readonly callerPhone: string | null;
  readonly unitId: string | null;
  /** What was said where the unit is unknown. */
  readonly room: string | null;
  readonly customerId: string | null;
  readonly intent: string;
  readonly content: string | null;
  readonly ticketId: string | null;
  readonly feedback: string | null;
}

/**
 * Writes an entry of the contact log, received by whoever carries the command out; its number is drawn when the rows are
 * written. A ticket that it names must have been written before.
 * @rule R-REC-01 @rule R-REC-07 @rule R-REC-10 @rule R-DSP-10
 */
export async function writeContact(ctx: CommandContext, { estate, ...given }: NewContact): Promise<Contact> {
  const { companyId } = ctx;
  const id = newId();
  const day = localDay(given.receivedAt, estate.timeZone);
  const [[unit]] = await Promise.all([
    given.unitId === null ? [] : ctx.read(UNIT_CODE({ companyId, id: given.unitId })),
    numberRow(ctx, { table: 'contact', id, subject: 'CONTACT', estate, day }),
  ]);
  const contact = ctx.em.create(Contact, {
    ...given,
    companyId,
    id,
    estateId: estate.id,
    number: id,
    version: 1,
    receivedById: ctx.principal.subjectId,
    room: unit?.code ?? given.room,
    settledAt: given.stage === 'ANSWERED' ? given.receivedAt : null,
  });
  ctx.em.persist(contact);
  recordContactEvent(ctx, contact, 'RECORDED', given.receivedAt);
  return contact;
}

const UNIT_CODE = shaped(({ companyId, id }: { readonly companyId: string; readonly id: string }) =>
  sqlFor.selectFrom('unit as u').select('u.code').where('u.company_id', '=', companyId).where('u.id', '=', id),
);

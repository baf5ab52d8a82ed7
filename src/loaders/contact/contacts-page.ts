import { sql } from 'kysely';
import type { ContactStage } from '../../domain/contact/contact-stage.js';
import { forbidden } from '../../domain/errors.js';
import type { Channel } from '../../domain/ticket/channel.js';
import { idsOf } from '../../tenancy/principal.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { within } from '../reach.js';
import { contactReach, contactsWithin } from './contact-by-id.js';
import { phoneEnds } from './phone-ends.js';

/** What of the contact log is asked for; conditions hold together, and ids that name nothing match nothing. */
interface ContactsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly channels?: readonly Channel[] | null;
  readonly stages?: readonly ContactStage[] | null;
  readonly receivedById?: string | null;
  readonly unitId?: string | null;
  readonly customerId?: string | null;
  readonly ticketId?: string | null;
  /** The room as it stands in the entry: the unit's code, or what was said. */
  readonly room?: string | null;
  /** The whole number. */
  readonly number?: string | null;
  /** Looks behind the mask: only where the asker may unmask. */
  readonly namePrefix?: string | null;
  /** A telephone number or its last digits; looks behind the mask. */
  readonly phone?: string | null;
  /** Received at or after it. */
  readonly receivedFrom?: Date | null;
  /** Received before it. */
  readonly receivedBefore?: Date | null;
}

const KEYS: readonly SortKey[] = [
  { column: 'c.received_at', type: 'timestamptz', descending: true },
  { column: 'c.id', type: 'uuid', descending: true },
];

/** Sorts behind every character of a name. */
const LAST_CHARACTER = '\u{10FFFF}';

/**
 * A page of the contact log as far as the asker may read it, the latest first. A search by name or telephone reaches only
 * estates where the asker reads them whole, since what it finds would tell them. @rule R-ORG-78
 * @throws FORBIDDEN customer.unmask when it is searched so and the asker holds that nowhere
 * @throws INVALID_INPUT for a telephone with fewer than four digits
 */
export function contactsPage(ctx: RequestContext, wanted: ContactsWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  let contacts = contactsWithin(contactReach(ctx));
  for (const condition of [
    among('c.estate_id', 'uuid', wanted.estateIds),
    among('c.channel', 'text', wanted.channels),
    among('c.stage', 'text', wanted.stages),
    among('c.received_by_id', 'uuid', one(wanted.receivedById)),
    among('c.unit_id', 'uuid', one(wanted.unitId)),
    among('c.customer_id', 'uuid', one(wanted.customerId)),
    among('c.ticket_id', 'uuid', one(wanted.ticketId)),
    among('c.room', 'text', one(wanted.room)),
    among('c.number', 'text', one(wanted.number)),
    behindMask(ctx, wanted),
    wanted.namePrefix == null ? null : nameBegins(wanted.namePrefix),
    wanted.phone == null ? null : phoneEnds('c.caller_phone_reversed', 'filter.phone', wanted.phone),
  ])
    if (condition) contacts = contacts.where(condition);
  if (wanted.receivedFrom) contacts = contacts.where('c.received_at', '>=', wanted.receivedFrom);
  if (wanted.receivedBefore) contacts = contacts.where('c.received_at', '<', wanted.receivedBefore);
  return page(ctx.moment, contacts, KEYS, args);
}

function behindMask(ctx: RequestContext, { namePrefix, phone }: ContactsWanted) {
  if (namePrefix == null && phone == null) return null;
  const whole = ctx.asker.actions.get('customer.unmask');
  if (whole === undefined) throw forbidden('customer.unmask');
  const estates = idsOf(whole);
  return estates === null ? null : within('c.estate_id', estates);
}

const nameBegins = (prefix: string) =>
  sql<boolean>`(c.caller_name >= ${prefix} and c.caller_name < ${prefix + LAST_CHARACTER} and starts_with(c.caller_name, ${prefix}))`;

import { isCustomerContact } from '../../domain/contact/customer-contact.js';
import type { Channel } from '../../domain/ticket/channel.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import { DemoNumbers } from './demo-numbers.js';
import type { Row } from './demo-rows.js';
import type { PastEvent } from './repairs.js';
import type { DemoTeam } from './staffing.js';

/** Somebody who has come to the centre, as the columns of the log have it. */
export interface PastContact {
  readonly channel: Channel;
  readonly receivedMs: number;
  readonly receivedBy: string;
  readonly caller: Row;
  readonly intent: unknown;
  readonly content: unknown;
  /** What came of it; null where it was answered at once. */
  readonly ticketId: unknown;
  /** When it was answered, or its ticket ended; null while that is open. */
  readonly settledMs: number | null;
  /** What the customer was told at once. */
  readonly feedback: string | null;
}

/**
 * The contact log of an estate, numbered in the order in which customers came, each entry with its events: the tickets
 * that staff took from customers (R-REC-08), and what was answered at once.
 */
export function addContacts(
  company: DemoCompany,
  estate: DemoEstate,
  team: DemoTeam,
  answered: readonly PastContact[],
): PastEvent[] {
  const random = company.random.branch(`contacts/${estate.plan.code}`);
  const rooms = new Map(company.rows.of('unit').map((unit) => [unit['id'], unit['code']]));
  const numbers = new DemoNumbers(company, estate);
  const events = [...contactsOfTickets(company, estate, team), ...answered]
    .sort((a, b) => a.receivedMs - b.receivedMs)
    .flatMap((contact) => {
      const number = numbers.next('CONTACT', contact.receivedMs);
      const room = rooms.get(contact.caller['unit_id']) ?? null;
      return addContact(company, estate, contact, { id: random.id(contact.receivedMs), room, ...number });
    });
  numbers.leaveCounters();
  return events;
}

/** What the desk, by night the control room, wrote down when it took tickets; the app of residents does not stand there. */
function contactsOfTickets({ rows }: DemoCompany, estate: DemoEstate, team: DemoTeam): PastContact[] {
  return rows.of('ticket').flatMap((ticket): PastContact[] => {
    const channel = ticket['channel'] as Channel;
    const namesSomebody = ticket['contact_name'] !== null;
    if (ticket['estate_id'] !== estate.id || channel === 'APP' || !isCustomerContact({ channel, namesSomebody }))
      return [];
    const { contact_name: caller_name, contact_phone: caller_phone, unit_id, customer_id, closed_at } = ticket;
    return [
      {
        ...{ channel, receivedMs: Date.parse(String(ticket['reported_at'])), ticketId: ticket['id'], feedback: null },
        receivedBy: (ticket['at_night'] === true ? team.controlRoom : null) ?? team.desk,
        caller: { caller_name, caller_phone, unit_id, customer_id },
        ...{ intent: ticket['subject'], content: ticket['description'] },
        settledMs: typeof closed_at === 'string' ? Date.parse(closed_at) : null,
      },
    ];
  });
}

function addContact(company: DemoCompany, estate: DemoEstate, contact: PastContact, own: Row): PastEvent[] {
  const { channel, receivedMs, receivedBy, caller, intent, content, ticketId, settledMs, feedback } = contact;
  const begun = ticketId === null ? 'ANSWERED' : 'ROUTED';
  const closed = ticketId !== null && settledMs !== null;
  const stage = closed ? 'CLOSED' : begun;
  company.rows.add('contact', {
    ...{ company_id: company.id, estate_id: estate.id, ...own, channel, stage, version: closed ? 2 : 1 },
    ...{ received_at: new Date(receivedMs).toISOString(), received_by_id: receivedBy, ...caller },
    ...{ intent, content, ticket_id: ticketId, feedback },
    settled_at: settledMs === null ? null : new Date(settledMs).toISOString(),
  });
  const event = (type: string, version: number, atMs: number, facts: Row, actor: Row): PastEvent => ({
    occurredMs: atMs,
    recordedMs: atMs + 400,
    row: {
      ...{ company_id: company.id, estate_id: estate.id, occupancy_id: null },
      ...{ type: `contact.${type}`, subject_kind: 'contact', subject_id: own['id'], subject_version: version },
      ...{ visibility: 'INTERNAL', ...actor },
      facts: { channel, ...facts, ticketId, departmentId: null, escalatedToId: null },
    },
  });
  return [
    event('RECORDED', 1, receivedMs, { stage: begun }, { actor_kind: 'STAFF', actor_id: receivedBy }),
    ...(closed ? [event('CLOSED', 2, settledMs, { stage }, { actor_kind: 'SYSTEM', actor_id: null })] : []),
  ];
}

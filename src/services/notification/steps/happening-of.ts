import type { Happening } from '../../../domain/notification/matrix-row.js';
import { isId } from '../../../domain/id.js';
import type { NotificationSubject } from '../../../domain/notification/notification-kind.js';
import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { concernsCustomer } from '../../callback/steps/owe-callback.js';
import type { CommandContext } from '../../command/command-context.js';

/** An event of the log that staff may be told of. */
export interface LoggedEvent {
  readonly type: string;
  readonly estateId: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly actorId: string | null;
  readonly occurredAt: Date;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What happened, with the rows that it is about. */
export interface KnownHappening extends Happening {
  /** What those who are told look at. */
  readonly subject: { readonly kind: NotificationSubject; readonly id: string };
  readonly ticketRow: Ticket | null;
}

/** What happened, as the matrix sees it; null for what is about nothing that staff are told of, or is gone. */
export async function happeningOf(ctx: CommandContext, event: LoggedEvent): Promise<KnownHappening | null> {
  const { type, facts } = event;
  const own = subjectOf(event);
  if (own) return { type, facts, ticket: null, subject: own, ticketRow: null };
  const { companyId } = ctx;
  const id = ticketIdOf(event);
  const ticketRow = id === null ? null : await ctx.em.findOne(Ticket, { companyId, id }, { refresh: true });
  if (!ticketRow) return null;
  const complaint =
    ticketRow.kind === 'COMPLAINT' ? await ctx.em.findOne(Complaint, { companyId, ticketId: ticketRow.id }) : null;
  const ticket = {
    kind: ticketRow.kind,
    concernsCustomer: concernsCustomer(ticketRow),
    about: complaint?.about ?? null,
  };
  return { type, facts, ticket, subject: { kind: 'ticket', id: ticketRow.id }, ticketRow };
}

/** What an event is of, or what it is owed about, where that is told of by itself. */
function subjectOf({ subjectKind, subjectId, facts }: LoggedEvent): KnownHappening['subject'] | null {
  const kind = BY_THEMSELVES.find((each) => each === subjectKind);
  if (kind) return { kind, id: subjectId };
  const about = OWED_ABOUT[String(facts['about'])];
  const id = facts['aboutId'];
  return about && typeof id === 'string' && isId(id) ? { kind: about, id } : null;
}

/** Kinds of things that staff are told of by themselves, and those about which something is owed. */
const BY_THEMSELVES: readonly NotificationSubject[] = [
  'contact',
  'approval',
  'repairDay',
  'visitSummary',
  'visitMonth',
  'metricAlert',
  'liaisonLetter',
  'inspection',
  'report',
];
const OWED_ABOUT: Readonly<Partial<Record<string, NotificationSubject>>> = {
  OWNER_VISIT: 'ownerVisit',
  CORRECTIVE_ACTION: 'correctiveAction',
  LIAISON_LETTER: 'liaisonLetter',
  REPORT: 'report',
};

/** The ticket that an event is of, or about. */
function ticketIdOf({ subjectKind, subjectId, facts }: LoggedEvent): string | null {
  if (subjectKind === 'ticket') return subjectId;
  const { about, aboutId } = facts;
  return about === 'TICKET' && typeof aboutId === 'string' && isId(aboutId) ? aboutId : null;
}

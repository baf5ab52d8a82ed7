import type { ComplainedAbout } from '../complaint/decider.js';
import type { Role } from '../identity/role.js';
import type { PolicyValue } from '../policy/policies.js';
import type { TicketKind } from '../ticket/ticket-kind.js';
import type { NotificationKind } from './notification-kind.js';

/** Of the ticket that something has happened to, what decides who is told and never changes. */
export interface ToldTicket {
  readonly kind: TicketKind;
  /** Whether somebody is called back about it. @rule D-05 */
  readonly concernsCustomer: boolean;
  /** Of complaints; null for other kinds. */
  readonly about: ComplainedAbout | null;
}

/** Something that happened, as the matrix sees it: an event of the log, and the ticket that it is about. */
export interface Happening {
  /** The event's type: `ticket.REPAIR_FORWARDED`. */
  readonly type: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Null for what is about no ticket. */
  readonly ticket: ToldTicket | null;
}

/**
 * Who is told: whoever stands at a post on the estate, by the roster and from the estate upwards; the person, the post or
 * the department that the event names; whoever has the ticket; the department that it lies with; the post that decides a
 * complaint and takes the report of it; who receives escalations at head office; who may decide an approval, and who has
 * prepared it.
 * @rule D-11 @rule D-16 @rule P-10
 */
export type Recipient =
  | { readonly post: Role }
  | { readonly personNamed: string }
  | { readonly postNamed: string }
  | 'ASSIGNEE'
  | 'DEPARTMENT'
  | 'SUPERIOR'
  | 'HEAD_OFFICE'
  | 'DECIDERS'
  | 'PREPARER';

/** One row of the matrix of who is told (domain section 44). */
export interface MatrixRow {
  /** Types of events that may tell. */
  readonly on: readonly string[];
  /** Which of them do; all where nothing is said. */
  readonly when?: (happening: Happening) => boolean;
  /** The part of R-ESC-02 with which a company turns it off. */
  readonly asSet?: keyof PolicyValue<'R-ESC-02'>;
  readonly kind: NotificationKind;
  readonly whom: readonly Recipient[];
  /** Why they are told. */
  readonly rules: readonly string[];
}

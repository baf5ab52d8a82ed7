import type { TicketKind, TicketPhase } from '../ticket/ticket-kind.js';

/** The phases of tickets that an estate's board counts: something is still to be done. */
export const BOARD_PHASES = ['OPEN', 'IN_PROGRESS', 'RESOLVED'] as const satisfies readonly TicketPhase[];

/**
 * How an estate's tickets stand that are not at their end, and what is late. Every figure changes with an event of the
 * estate and with nothing else: limits that are near or have passed count from the instant at which that is told.
 * @rule D-26
 */
export interface EstateBoard {
  readonly estateId: string;
  readonly total: number;
  readonly phases: readonly { readonly phase: TicketPhase; readonly count: number }[];
  readonly kinds: readonly { readonly kind: TicketKind; readonly count: number }[];
  /** Nobody is in charge, and no work has begun. */
  readonly unassigned: number;
  /** With a clock whose limit has passed, and what it waits for has not come. @rule R-MET-09 */
  readonly overdue: number;
  /** Not overdue, with a clock of whose limit four fifths have passed. @rule R-MET-05 */
  readonly dueSoon: number;
  /** Opened again after an answer. @rule R-CMP-24 */
  readonly reopened: number;
  /** Callbacks about tickets that are owed still, in time or not. @rule R-CBK-04 */
  readonly callbacksDue: number;
  /** The instant of the snapshot that it was counted in. */
  readonly at: Date;
}

/** An event by what it is about. */
interface About {
  readonly subjectKind: string;
  /** The kind of its subject, where there are several. */
  readonly kind: string | null;
}

/**
 * Whether an event may change its estate's board: something happened to a ticket or to its clocks, to a callback that is
 * owed, or to the estate, such as an import.
 */
export const touchesBoard = ({ subjectKind, kind }: About): boolean =>
  subjectKind === 'ticket' || subjectKind === 'estate' || (subjectKind === 'obligation' && kind === 'CALLBACK');

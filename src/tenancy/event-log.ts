import type { Visibility } from '../domain/visibility.js';

/** What of an event decides whom it concerns, without anything that it says. */
export interface EventPointer {
  readonly seq: number;
  readonly estateId: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly occupancyId: string | null;
  readonly visibility: Visibility;
  /** The kind of the subject, where there are several: of a ticket, of an obligation. */
  readonly kind: string | null;
  /** Whom a telling tells: members of staff and customers. Empty for everything else. */
  readonly recipients: readonly string[];
}

/** When listeners of one pace are told. */
export interface Beat {
  /** The number up to which they are told now. */
  readonly upTo: number;
  /** When the next beat may begin, in milliseconds from now. */
  readonly nextInMs: number;
}

/** The newest events of one company as this node knows them: read once, whoever waits for them. */
export interface EventLog {
  /** The epoch and the newest number known. */
  readonly head: { readonly epoch: number; readonly seq: number };
  /** The pointers behind a number, in order; null when they reach back farther than is remembered. */
  behind(seq: number): readonly EventPointer[] | null;
  /**
   * The beat of listeners who are told every so many milliseconds: all of them are told up to the same number at the same
   * time, so that they share what is read. Begins the next beat when one is due and something behind the last one is wanted.
   */
  beat(everyMs: number, wanted: number): Beat;
  /** Calls `listener` when the log has grown or its epoch has changed. @returns the way to stop it */
  follow(listener: () => void): () => void;
}

/** The event logs of the companies that somebody on this node follows. */
export interface EventLogs {
  /** Joins a company's log as it stands at some moment after the call. @returns the log and the way to leave it */
  join(companyId: string): Promise<{ readonly log: EventLog; readonly leave: () => void }>;
}

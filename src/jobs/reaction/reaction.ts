import type { NewEvent } from '../../events/new-event.js';
import type { CommandContext } from '../../services/command/command-context.js';

/** An event of the company's log, as a reaction is told of it. */
export interface HappenedEvent extends Omit<NewEvent, 'silent' | 'occupancyId'> {
  /** Its number in the company's log. */
  readonly seq: number;
  readonly occupancyId: string | null;
  readonly recordedAt: Date;
}

/**
 * Follows the event log of every company and does something about events, a moment after they were recorded: each once,
 * in the order of the log, with any number of nodes. Effect and place are one transaction, which several events may
 * share; a throw undoes it, the event is tried again, and parked in the end. Silent events of history are passed by.
 */
export interface Reaction {
  /** Names its place in the log; never changed. */
  readonly name: string;
  /** The types of events that it wants; null for all. */
  readonly types: readonly string[] | null;
  /**
   * Where it begins in companies that were there before it: HEAD, with what happens from now on, or BEGINNING. In a
   * new company it always takes everything.
   */
  readonly from: 'HEAD' | 'BEGINNING';
  /** What it does, as system principal of the company. Events that it records are told to reactions too. */
  readonly react: (ctx: CommandContext, event: HappenedEvent) => Promise<void>;
}

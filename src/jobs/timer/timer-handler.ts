import type { CommandContext } from '../../services/command/command-context.js';
import type { TimerKind } from '../../services/timer/timer-kind.js';

/** A timer whose instant has come. */
export interface DueTimer {
  readonly id: string;
  readonly kind: TimerKind;
  readonly subjectId: string;
  /** The instant that it was set for; the handler may run later, never before. */
  readonly dueAt: Date;
  readonly failures: number;
}

/**
 * What happens when a timer is due, as system principal of its company. Claim, effect, events and the next timer are one
 * transaction, which other timers of the company may share; a throw undoes it and the timer is tried again. The handler
 * looks at the facts first, under a lock of its subject: the timer may have been moved or cancelled a moment ago.
 */
export type TimerHandler = (ctx: CommandContext, timer: DueTimer) => Promise<void>;

/**
 * As a handler, for all timers of its kind that were claimed together: where many may be due in one second. Answers
 * which it has handled; the others are claimed again at the next look. A throw undoes all of them; then each is tried
 * alone.
 */
export interface TimersHandler {
  readonly together: (ctx: CommandContext, timers: readonly DueTimer[]) => Promise<readonly DueTimer[]>;
}

/** The handlers of all kinds that this program knows. */
export type TimerHandlers = Readonly<Partial<Record<TimerKind, TimerHandler | TimersHandler>>>;

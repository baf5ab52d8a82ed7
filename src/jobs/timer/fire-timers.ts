import type { CommandContext } from '../../services/command/command-context.js';
import { isTransient, type CommandInput } from '../../services/command/run-command.js';
import type { TimerKind } from '../../services/timer/timer-kind.js';
import type { DueTimer, TimerHandlers, TimersHandler } from './timer-handler.js';

/** A handler failed: names the timer, so that the others need not wait for it. */
export class TimerFailure extends Error {
  override readonly name = 'TimerFailure';

  constructor(
    readonly timer: DueTimer,
    cause: unknown,
  ) {
    super('A timer could not be handled.', { cause });
  }
}

export interface TimersToFire extends CommandInput {
  /** How many timers at most. */
  readonly limit: number;
  /** After how many milliseconds no further one is begun: what the first have told is not kept waiting for the last. */
  readonly forMs: number;
  readonly monotonicMs: () => number;
  /** Told of each timer before it is handled, also when the transaction fails later. */
  readonly onBegin: (timer: DueTimer) => void;
}

interface FiredTimers {
  readonly fired: readonly DueTimer[];
  /** Whether there may be more that are due. */
  readonly more: boolean;
}

const CLAIM = `
select id, kind, subject_id as "subjectId", set_for as "dueAt", failures from timer
 where company_id = $1 and due_at <= $2 and kind = any ($3)
 order by due_at limit $4 for update skip locked`;

const DONE = 'delete from timer where company_id = $1 and id = any ($2)';

/**
 * Claims what is due of one company and handles it, in the order of the instants, in the running transaction. What
 * another node holds is passed over. Makes the use case for the handlers that there are.
 */
export const fireTimers = (handlers: TimerHandlers) =>
  async function fireDueTimers(ctx: CommandContext, input: TimersToFire): Promise<FiredTimers> {
    const now = ctx.clock.now();
    const kinds = Object.keys(handlers);
    const due = await ctx.execute<DueTimer>(CLAIM, [ctx.companyId, now, kinds, input.limit]);
    const begun = input.monotonicMs();
    const { fired, passed } = await fireTogether(ctx, handlers, due, input.onBegin);
    for (const timer of due) {
      if (isTogether(handlers[timer.kind])) continue;
      if (fired.length > 0 && input.monotonicMs() - begun >= input.forMs) break;
      input.onBegin(timer);
      if (!isChanged(ctx, timer.kind, timer.subjectId)) await handle(ctx, handlers, timer);
      fired.push(timer);
    }
    if (fired.length > 0) await ctx.execute(DONE, [ctx.companyId, fired.map(({ id }) => id)]);
    const left = due.length - fired.length - passed;
    return { fired, more: fired.length > 0 && (left > 0 || due.length === input.limit) };
  };

/** Handles those whose kind is handled together, kind by kind. @returns them, and how many were passed over */
async function fireTogether(
  ctx: CommandContext,
  handlers: TimerHandlers,
  due: readonly DueTimer[],
  onBegin: TimersToFire['onBegin'],
): Promise<{ readonly fired: DueTimer[]; readonly passed: number }> {
  const fired: DueTimer[] = [];
  let passed = 0;
  for (const kind of new Set(due.map((timer) => timer.kind))) {
    const handler = handlers[kind];
    const timers = due.filter((timer) => timer.kind === kind);
    const [first] = timers;
    if (!first || !isTogether(handler)) continue;
    onBegin(first);
    const handled = await handler.together(ctx, timers);
    await ctx.em.flush();
    fired.push(...handled);
    passed += timers.length - handled.length;
  }
  return { fired, passed };
}

const isTogether = (handler: TimerHandlers[TimerKind]): handler is TimersHandler => typeof handler === 'object';

/** Whether a timer that was handled before in this transaction has moved or cancelled this one. */
const isChanged = (ctx: CommandContext, kind: TimerKind, subjectId: string): boolean =>
  ctx.timers.has(`${kind}/${subjectId}`);

async function handle(ctx: CommandContext, handlers: TimerHandlers, timer: DueTimer): Promise<void> {
  try {
    const handler = handlers[timer.kind];
    if (!isTogether(handler)) await handler?.(ctx, timer);
    await ctx.em.flush();
  } catch (error) {
    throw isTransient(error) ? error : new TimerFailure(timer, error);
  }
}

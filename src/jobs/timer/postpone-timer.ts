import type { CommandContext } from '../../services/command/command-context.js';
import type { CommandInput } from '../../services/command/run-command.js';
import { backoffMs, TRIES } from '../backoff.js';
import type { DueTimer } from './timer-handler.js';

const POSTPONE = `
update timer set failures = failures + 1,
                 due_at = case when failures + 1 < $1 then $2::timestamptz end,
                 parked_at = case when failures + 1 >= $3 then $4::timestamptz end
 where company_id = $5 and id = $6 and due_at is not null
returning failures, parked_at is not null as parked`;

interface Postponed {
  readonly failures: number;
  /** Whether it waits for an operator now. */
  readonly parked: boolean;
}

/** Has a timer that failed tried again later, or parks it when it has failed too often; null when it is gone. */
export async function postponeTimer(
  ctx: CommandContext,
  { timer }: CommandInput & { readonly timer: DueTimer },
): Promise<{ readonly postponed: Postponed | null }> {
  const now = ctx.clock.now();
  const next = new Date(now.getTime() + backoffMs(timer.failures + 1));
  const rows = await ctx.execute<Postponed>(POSTPONE, [TRIES, next, TRIES, now, ctx.companyId, timer.id]);
  return { postponed: rows[0] ?? null };
}

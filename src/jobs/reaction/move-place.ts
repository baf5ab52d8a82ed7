import type { CommandContext } from '../../services/command/command-context.js';
import type { CommandInput } from '../../services/command/run-command.js';
import { backoffMs, TRIES } from '../backoff.js';

const FAILED = `
update reaction_place set failures = failures + 1, retry_at = $1
 where company_id = $2 and name = $3 and seq < $4
returning failures`;
const PARK = `
insert into parked_event (company_id, reaction, seq, parked_at, failure) values ($1, $2, $3, $4, $5) on conflict do nothing`;
const PASS = `
update reaction_place set seq = $1, failures = 0, retry_at = null where company_id = $2 and name = $3 and seq < $4`;

/** What a reaction failed at. */
interface FailedEvent extends CommandInput {
  readonly reaction: string;
  readonly seq: number;
  /** The kind of the error. */
  readonly failure: string;
}

interface PutOff {
  readonly failures: number;
  /** Whether the event was parked and the reaction goes on behind it. */
  readonly parked: boolean;
}

/** Has an event that a reaction failed at tried again later, or parks it and goes past when it has failed too often. */
export async function putEventOff(ctx: CommandContext, { reaction, seq, failure }: FailedEvent): Promise<PutOff> {
  const { companyId } = ctx;
  const now = ctx.clock.now();
  const rows = await ctx.execute<{ failures: number }>(
    'select failures from reaction_place where company_id = $1 and name = $2',
    [companyId, reaction],
  );
  const failures = (rows[0]?.failures ?? 0) + 1;
  const retryAt = new Date(now.getTime() + backoffMs(failures));
  await ctx.execute(FAILED, [retryAt, companyId, reaction, seq]);
  if (failures < TRIES) return { failures, parked: false };
  await ctx.execute(PARK, [companyId, reaction, seq, now, failure]);
  await ctx.execute(PASS, [seq, companyId, reaction, seq]);
  return { failures, parked: true };
}

/** Notes that a reaction wants nothing up to an event, so that the log need not be looked through again. */
export async function passEvents(
  ctx: CommandContext,
  { reaction, seq }: CommandInput & { readonly reaction: string; readonly seq: number },
): Promise<Record<string, never>> {
  await ctx.execute(PASS, [seq, ctx.companyId, reaction, seq]);
  return {};
}

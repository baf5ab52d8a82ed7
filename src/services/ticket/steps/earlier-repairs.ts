import { REPORTED_ANEW_DAYS } from '../../../domain/ticket/reported-anew.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { Execute } from '../../../tenancy/write/write-transaction.js';
import type { CommandContext } from '../../command/command-context.js';

/** The repairs of the households of what was `reported`, of which that says whether they held. */
const earlier = (reported: string): string => `
select distinct t.id
  from (${reported}) r join ticket t on t.company_id = $1 and t.estate_id = r.estate_id and t.unit_id = r.unit_id and t.kind = 'REPAIR'
   and t.completed_at between r.at - interval '${REPORTED_ANEW_DAYS} days' and r.at
 order by t.id`;
const OF_HOUSEHOLD = earlier('select $2::uuid as estate_id, $3::uuid as unit_id, $4::timestamptz as at');
const OF_TICKETS = earlier(
  'select estate_id, unit_id, reported_at as at from ticket where company_id = $1 and id = any($2::uuid[])',
);

interface Found {
  readonly id: string;
}

/** One lock a household, always in the same order: of the company `$1`, those that `of` selects. */
const turnOf = (of: string): string =>
  `select count(pg_advisory_xact_lock(hashtextextended('guanjia repairs of ' || $1::text || u.id, 0))) from (${of} order by 1) u`;
const TURN = turnOf('select $2::text as id');
const TURNS = turnOf(
  'select distinct unit_id::text as id from ticket where company_id = $1 and id = any($2::uuid[]) and unit_id is not null',
);

/**
 * The repairs of which these tickets, as they are stored, say whether they held. Whoever else is at a repair of their households has
 * committed before, or sees them.
 * @rule M-RPR-10
 */
export async function earlierRepairs(
  execute: Execute,
  companyId: string,
  ticketIds: readonly string[],
): Promise<string[]> {
  await execute(TURNS, [companyId, ticketIds]);
  return (await execute<Found>(OF_TICKETS, [companyId, ticketIds])).map(({ id }) => id);
}

/**
 * Has those who change which repairs of a household held go one after another: while one is not committed the other one does not see
 * it, and each would leave the figure to the other.
 * @rule M-RPR-10
 */
export function takeTurnAtHousehold(ctx: CommandContext, { unitId }: Ticket): void {
  if (unitId == null) return;
  ctx.afterwards(`repairs of ${unitId}`, async () => {
    await ctx.execute(TURN, [ctx.companyId, unitId]);
  });
}

/** Has figures of the earlier repairs of a household follow, once the command has done all of it. @rule M-RPR-10 */
export function touchEarlier(ctx: CommandContext, { estateId, unitId, reportedAt: at }: Ticket): void {
  if (unitId == null) return;
  ctx.afterwards(`earlier repairs ${unitId} ${at.getTime()}`, async () => {
    const found = await ctx.execute<Found>(OF_HOUSEHOLD, [ctx.companyId, estateId, unitId, at]);
    ctx.touched.push({ subject: 'ticket', ids: found.map(({ id }) => id) });
  });
}

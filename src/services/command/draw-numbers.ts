import type { Execute } from '../../tenancy/write/write-transaction.js';
import type { CommandContext } from './command-context.js';

const DRAW = `
with drawn as (
  insert into counter (company_id, estate_id, series, value) values ($1, $2, $3, 1)
  on conflict (company_id, estate_id, series) do update set value = counter.value + 1
  returning value
)
update ticket set number = $4 || lpad(drawn.value::text, greatest(5, length(drawn.value::text)), '0')
  from drawn where company_id = $5 and id = $6`;

/** Gives each new ticket the next number of its estate's series, after the rows and before the head: late and short locks. */
export async function drawNumbers(execute: Execute, ctx: CommandContext): Promise<void> {
  for (const { estateId, series, prefix, ticketId } of ctx.numbers)
    await execute(DRAW, [ctx.companyId, estateId, series, prefix, ctx.companyId, ticketId]);
}

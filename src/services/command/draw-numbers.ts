import type { Execute } from '../../tenancy/write/write-transaction.js';
import type { CommandContext, NumberedTable } from './command-context.js';

const DRAW = (table: NumberedTable): string => `
with drawn as (
  insert into counter (company_id, estate_id, series, value) values ($1, $2, $3, 1)
  on conflict (company_id, estate_id, series) do update set value = counter.value + 1
  returning value
)
update ${table} set number = $4 || lpad(drawn.value::text, greatest($5::int, length(drawn.value::text)), '0') || $6,
       number_series = $7, number_serial = drawn.value
  from drawn where company_id = $8 and id = $9`;

/**
 * Gives each new thing the next number of its estate's series, after the rows and before the head: late and short locks,
 * on the counter of that estate and series alone, always in one order. A number is drawn and used in one transaction, so
 * none is ever lost.
 */
export async function drawNumbers(execute: Execute, ctx: CommandContext): Promise<void> {
  const key = ({ estateId, series }: (typeof ctx.numbers)[number]): string => `${estateId}/${series}`;
  const inOrder = [...ctx.numbers].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  for (const { table, id, estateId, series, frame } of inOrder) {
    const { prefix, width, suffix } = frame;
    const counter = [ctx.companyId, estateId, series];
    await execute(DRAW(table), [...counter, prefix, width, suffix, series, ctx.companyId, id]);
  }
}

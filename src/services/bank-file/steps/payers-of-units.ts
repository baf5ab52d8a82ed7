import { sql } from 'kysely';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/** Whose money it is that came for a unit on a day. */
interface AskedUnit {
  readonly unitId: string;
  readonly day: string;
  /** Who was learned to write so; null where nobody was. */
  readonly learnedId: string | null;
}

/**
 * Who pays for units: who was learned to write so, unless they have left; or else who alone owes something for one; or else
 * who owned it on the day. In the order of the question; null where nobody did.
 * @rule Q-31
 */
export async function payersOfUnits(ctx: CommandContext, asked: readonly AskedUnit[]): Promise<(string | null)[]> {
  const { companyId } = ctx;
  const found = await ctx.read(
    sql<{ readonly at: number; readonly payerId: string | null }>`
      select a.at::int, coalesce(
               case when not exists (select 1 from occupancy o
                 where o.company_id = ${companyId}::uuid and o.unit_id = a."unitId" and o.customer_id = a."learnedId" and o.until_day <= a.day)
                 or exists (select 1 from occupancy o
                 where o.company_id = ${companyId}::uuid and o.unit_id = a."unitId" and o.customer_id = a."learnedId"
                   and o.from_day <= a.day and (o.until_day is null or o.until_day > a.day)) then a."learnedId" end,
               (select (array_agg(distinct c.payer_id))[1] from charge c
                 where c.company_id = ${companyId}::uuid and c.unit_id = a."unitId" and c.open_minor > 0 having count(distinct c.payer_id) = 1),
               (select o.customer_id from occupancy o
                 where o.company_id = ${companyId}::uuid and o.unit_id = a."unitId" and o.capacity = 'OWNER' and o.from_day <= a.day
                   and (o.until_day is null or o.until_day > a.day) order by o.from_day desc, o.id limit 1)) as "payerId"
        from jsonb_to_recordset(${JSON.stringify(asked.map(({ unitId, day, learnedId }, at) => ({ at, unitId, day, learnedId })))}::jsonb) as a(at int, "unitId" uuid, day date, "learnedId" uuid)`.compile(
      sqlFor,
    ),
  );
  const payers = new Map(found.map(({ at, payerId }) => [at, payerId]));
  return asked.map((_, at) => payers.get(at) ?? null);
}

import { sql } from 'kysely';
import { caseStandings, type CaseStanding } from '../../../tenancy/dunning/case-standing.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/** How cases stand now, whatever was written before flushed; in the order of their ids. */
export async function standingsOf(ctx: CommandContext, ids: readonly string[]): Promise<CaseStanding[]> {
  await ctx.em.flush();
  const now = sql`${ctx.clock.now()}::timestamptz`;
  return ctx.read(
    sql<CaseStanding>`select o.* from (${caseStandings(ctx.companyId, now)}) o where o.id = any(${[...ids]}::uuid[]) order by o.id`.compile(
      sqlFor,
    ),
  );
}

/** How a case stands now. */
export async function standingOf(ctx: CommandContext, id: string): Promise<CaseStanding> {
  const [standing] = await standingsOf(ctx, [id]);
  if (!standing) throw new Error('A case that was found stands somehow.');
  return standing;
}

/** What was overdue of a case at the end of a day before, and of which days. */
export interface Arrears {
  readonly arrearsMinor: number;
  readonly arrearsFrom: string | null;
  readonly arrearsUntil: string | null;
}

/** What was overdue of a debtor on a day, by the books as they are known now. @rule R-DUN-12 */
export async function arrearsOn(
  ctx: CommandContext,
  {
    payerId,
    unitId,
    currency,
  }: { readonly payerId: string; readonly unitId?: string | null; readonly currency: string },
  day: string,
): Promise<Arrears> {
  await ctx.em.flush();
  const { companyId } = ctx;
  const [row] = await ctx.read(
    sql<Arrears>`
      select coalesce(sum(o.minor), 0)::bigint as "arrearsMinor", min(o.from_day) as "arrearsFrom", max(o.until_day) as "arrearsUntil"
        from (select h.from_day, h.until_day, h.amount_minor + coalesce((select sum(e.charge_effect_minor) from ledger_entry e
                where e.company_id = ${companyId} and e.charge_id = h.id and e.booked_day <= ${day}::date), 0) as minor
                from charge h
               where h.company_id = ${companyId} and h.payer_id = ${payerId}::uuid
                 and h.unit_id is not distinct from ${unitId ?? null}::uuid and h.currency = ${currency}::text
                 and h.booked_day <= ${day}::date and h.due_day < ${day}::date) o
       where o.minor > 0`.compile(sqlFor),
  );
  return row ?? { arrearsMinor: 0, arrearsFrom: null, arrearsUntil: null };
}

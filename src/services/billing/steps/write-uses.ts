import { sql } from 'kysely';
import type { AccountedUse } from '../../../domain/meter/metered-use.js';
import type { BillRun } from '../../../entities/billing/bill-run.entity.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/** What of a unit's meters a tariff has dealt with for a month. */
export interface UnitUse extends AccountedUse {
  readonly unitId: string;
  readonly code: string;
}

/** Keeps what was charged of the use of meters, as one statement; billed again, a month takes its own place. @rule R-FEE-07 */
export async function writeUses(ctx: CommandContext, run: BillRun, uses: readonly UnitUse[]): Promise<void> {
  if (uses.length === 0) return;
  await ctx.read(
    sql`
      insert into metered_use (company_id, unit_id, tariff_code, month, estate_id, run_id, base_milli, use_milli)
      select ${ctx.companyId}::uuid, u."unitId", u.code, u.month, ${run.estateId}::uuid, ${run.id}::uuid, u."baseMilli", u."useMilli"
        from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as u("unitId" uuid, code text, month date, "baseMilli" bigint, "useMilli" bigint)
      on conflict (company_id, unit_id, tariff_code, month) do update
        set run_id = excluded.run_id, base_milli = excluded.base_milli, use_milli = excluded.use_milli`.compile(sqlFor),
  );
}

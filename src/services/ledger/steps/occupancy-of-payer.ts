import { sql } from 'kysely';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/** The occupancy by which a payer is told of something: of its unit where there is one, else the latest. @rule D-30 */
export async function occupancyOfPayer(
  ctx: CommandContext,
  payerId: string,
  unitId: string | null,
): Promise<string | null> {
  const [held] = await ctx.read(
    sqlFor
      .selectFrom('occupancy as o')
      .select('o.id')
      .where('o.company_id', '=', ctx.companyId)
      .where('o.customer_id', '=', payerId)
      .orderBy(sql`o.unit_id is not distinct from ${unitId}::uuid`, 'desc')
      .orderBy('o.from_day', 'desc')
      .limit(1),
  );
  return held?.id ?? null;
}

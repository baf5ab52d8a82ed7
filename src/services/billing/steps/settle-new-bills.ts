import { sql } from 'kysely';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import { openAccounts } from '../../ledger/steps/open-account.js';
import { settleFromPrepaid } from '../../ledger/steps/settle.js';
import { chargeOf } from '../../ledger/steps/standing-lines.js';

/** Has what payers have paid ahead settle what a chunk has charged them, where the policy says so. @rule D-21 */
export async function settleNewBills(
  ctx: CommandContext,
  estateId: string,
  charged: readonly { readonly payerId: string; readonly id?: string }[],
): Promise<void> {
  if (charged.length === 0) return;
  const payers = [...new Set(charged.map(({ payerId }) => payerId))];
  const found = await ctx.read(
    sql<{ readonly id: string }>`
      select distinct p.payer_id as id from payment p
       where p.company_id = ${ctx.companyId} and p.payer_id = any(${payers}::uuid[]) and p.free_minor > 0`.compile(
      sqlFor,
    ),
  );
  const [first, ...others] = found.map(({ id }) => ({ id, estateId }));
  if (!first) return;
  for (const account of await openAccounts(ctx, [first, ...others]))
    for (const { id, payerId } of charged)
      if (payerId === account.payerId && id !== undefined)
        await settleFromPrepaid(ctx, account, await chargeOf(ctx, id));
}

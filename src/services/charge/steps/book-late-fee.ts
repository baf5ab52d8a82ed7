import { sql } from 'kysely';
import { singleDay } from '../../../domain/charge/charge-period.js';
import { lateFeeOf } from '../../../domain/ledger/late-fee.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import type { Account } from '../../ledger/steps/open-account.js';
import type { StandingCharge } from '../../ledger/steps/standing-lines.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';
import { writeCharge } from './write-charge.js';

/**
 * Books what lateness has cost of a charge up to the end of a day, less what was booked of it before and not cancelled, on
 * an account that is open. Null where that is nothing.
 * @rule D-22
 */
export async function bookLateFee(
  ctx: CommandContext,
  account: Account,
  charge: StandingCharge,
  on: string,
): Promise<StandingCharge | null> {
  const { estateId, today } = account;
  const terms = await policyInForce(ctx, 'D-22', estateId, charge.dueDay);
  if (terms.perDay === 0 || charge.dueDay >= on) return null;
  await ctx.em.flush();
  const { companyId } = ctx;
  const [moves, [booked]] = await Promise.all([
    ctx.read(
      sqlFor
        .selectFrom('ledger_entry as e')
        .select(['e.booked_day as bookedDay', sql<number>`e.charge_effect_minor`.as('minor')])
        .where('e.company_id', '=', companyId)
        .where('e.charge_id', '=', charge.id),
    ),
    ctx.read(
      sql<{ readonly minor: number }>`
        select coalesce(sum(c.amount_minor - coalesce((select sum(e.amount_minor) from ledger_entry e
                 where e.company_id = ${companyId} and e.charge_id = c.id and e.kind = 'CANCELLATION'), 0)), 0)::bigint as minor
          from charge c where c.company_id = ${companyId} and c.origin_id = ${charge.id}::uuid and c.source = 'LATE_PAYMENT'`.compile(
        sqlFor,
      ),
    ),
  ]);
  const amountMinor = lateFeeOf({ ...charge, moves }, on, terms) - (booked?.minor ?? 0);
  if (amountMinor <= 0) return null;
  return writeCharge(ctx, account, {
    ...{ kind: 'LATE_FEE', ...singleDay(on), dueDay: today, amountMinor, bookedDay: today, note: null },
    ...{ unitId: charge.unitId, source: 'LATE_PAYMENT', originId: charge.id },
  });
}

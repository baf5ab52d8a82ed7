import { sql } from 'kysely';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import type { Account } from '../../ledger/steps/open-account.js';
import { settleInOrder } from '../../ledger/steps/settle.js';
import { chargeOf, paymentOf } from '../../ledger/steps/standing-lines.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';
import { bookLateFee } from './book-late-fee.js';

/** The payment that was late, and when the money came. */
interface LatePayment {
  readonly paymentId: string;
  readonly on: string;
  /** Whether what is left of it settles what it has caused. */
  readonly settles: boolean;
}

/**
 * Books what lateness has cost of the charges that a payment has settled, up to the day on which the money came, where the
 * policy has it booked when it is paid.
 * @rule D-22
 */
export async function bookLateFees(
  ctx: CommandContext,
  account: Account,
  { paymentId, on, settles }: LatePayment,
): Promise<void> {
  const { perDay, booked } = await policyInForce(ctx, 'D-22', account.estateId, account.today);
  if (perDay === 0 || booked !== 'WHEN_PAID') return;
  const late = await ctx.read(
    sql<{ readonly id: string }>`
      select distinct c.id, c.due_day from ledger_entry e join charge c on c.company_id = e.company_id and c.id = e.charge_id
       where e.company_id = ${ctx.companyId} and e.payment_id = ${paymentId}::uuid and e.kind = 'ALLOCATION' and c.due_day < ${on}::date
       order by c.due_day, c.id`.compile(sqlFor),
  );
  let any = false;
  for (const { id } of late) {
    const fee = await bookLateFee(ctx, account, await chargeOf(ctx, id), on);
    any ||= fee !== null;
  }
  if (any && settles) await settleInOrder(ctx, account, await paymentOf(ctx, paymentId));
}

import { sql } from 'kysely';
import { ruleRefused } from '../../../domain/errors.js';
import type { ReversalReason } from '../../../domain/ledger/entry-kind.js';
import { columns, sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import { bookEntry } from './book-entry.js';
import type { Account } from './open-account.js';
import { chargeOf, paymentOf } from './standing-lines.js';

/** The entries of a charge or payment that nobody has taken back, in their order; reversals are not among them. */
export async function standingEntries(
  ctx: CommandContext,
  of: { readonly chargeId: string } | { readonly paymentId: string },
) {
  await ctx.em.flush();
  const [side, id] =
    'chargeId' in of ? (['e.charge_id', of.chargeId] as const) : (['e.payment_id', of.paymentId] as const);
  return ctx.read(
    sqlFor
      .selectFrom('ledger_entry as e')
      .select(columns('e', 'id', 'kind', 'charge_id', 'payment_id', 'amount_minor'))
      .where('e.company_id', '=', ctx.companyId)
      .where(side, '=', id)
      .where('e.reverses_id', 'is', null)
      .where(
        sql<boolean>`not exists (select 1 from ledger_entry r where r.company_id = ${ctx.companyId} and r.reverses_id = e.id)`,
      )
      .orderBy('e.id'),
  );
}

type StandingEntry = Awaited<ReturnType<typeof standingEntries>>[number];

/**
 * Takes an entry back from today on, on an account that is open.
 * @rule R-FEE-11
 * @throws RULE_REFUSED R-FEE-11 when less is open of its charge, or free of its payment, than that takes away
 */
export async function takeBack(
  ctx: CommandContext,
  account: Account,
  entry: StandingEntry,
  reason: ReversalReason,
): Promise<void> {
  const { kind, amountMinor } = entry;
  const charge = entry.chargeId === null ? null : await chargeOf(ctx, entry.chargeId);
  const payment = entry.paymentId === null ? null : await paymentOf(ctx, entry.paymentId);
  if (kind === 'INCREASE' && charge && charge.openMinor < amountMinor)
    throw ruleRefused('R-FEE-11', 'Less is open of the charge than was added.', {
      chargeId: charge.id,
      openMinor: charge.openMinor,
    });
  if (payment && payment.reversedAt !== null)
    throw ruleRefused('R-FEE-11', 'The payment is reversed.', { paymentId: payment.id });
  bookEntry(ctx, account, {
    ...{ kind, amountMinor, charge, payment, reason, reversesId: entry.id, bookedDay: account.today },
  });
  await ctx.em.flush();
}

import { sql } from 'kysely';
import { notFound } from '../../../domain/errors.js';
import { isId } from '../../../domain/id.js';
import { columns, sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import type { Account } from './open-account.js';

const CHARGES = sqlFor
  .selectFrom('charge as c')
  .select(
    columns(
      'c',
      ...([
        'id',
        'estate_id',
        'payer_id',
        'unit_id',
        'kind',
        'from_day',
        'until_day',
        'due_day',
        'booked_day',
        'amount_minor',
        'currency',
        'open_minor',
        'paid_minor',
        'last_day',
        'version',
      ] as const),
    ),
  );

const PAYMENTS = sqlFor
  .selectFrom('payment as p')
  .select(
    columns(
      'p',
      ...([
        'id',
        'estate_id',
        'payer_id',
        'unit_id',
        'method',
        'amount_minor',
        'currency',
        'booked_day',
        'free_minor',
        'last_day',
        'reversed_at',
        'recorded_by',
        'version',
      ] as const),
    ),
  );

/** Charges of an account with something open, as they stand, once the account is open. Whatever was written before is flushed. */
export async function openCharges(ctx: CommandContext, { payerId, terms }: Account) {
  await ctx.em.flush();
  return ctx.read(
    CHARGES.where('c.company_id', '=', ctx.companyId)
      .where('c.payer_id', '=', payerId)
      .where('c.currency', '=', terms.currency)
      .where('c.open_minor', '>', 0)
      .orderBy('c.due_day')
      .orderBy('c.id'),
  );
}

/** Payments of an account with something free, the oldest first, likewise. */
export async function freePayments(ctx: CommandContext, { payerId, terms }: Account) {
  await ctx.em.flush();
  return ctx.read(
    PAYMENTS.where('p.company_id', '=', ctx.companyId)
      .where('p.payer_id', '=', payerId)
      .where('p.currency', '=', terms.currency)
      .where('p.free_minor', '>', 0)
      .orderBy('p.booked_day')
      .orderBy('p.id'),
  );
}

/** A charge as it stands. @throws NOT_FOUND when the fence does not show it */
export async function chargeOf(ctx: CommandContext, id: string) {
  await ctx.em.flush();
  const one = CHARGES.where('c.company_id', '=', ctx.companyId).where(sql<boolean>`c.id = ${id}::uuid`);
  const [charge] = isId(id) ? await ctx.read(one) : [];
  if (!charge) throw notFound('charge');
  return charge;
}

/** A payment as it stands. @throws NOT_FOUND when the fence does not show it */
export async function paymentOf(ctx: CommandContext, id: string) {
  await ctx.em.flush();
  const one = PAYMENTS.where('p.company_id', '=', ctx.companyId).where(sql<boolean>`p.id = ${id}::uuid`);
  const [payment] = isId(id) ? await ctx.read(one) : [];
  if (!payment) throw notFound('payment');
  return payment;
}

export type StandingCharge = Awaited<ReturnType<typeof chargeOf>>;
export type StandingPayment = Awaited<ReturnType<typeof paymentOf>>;

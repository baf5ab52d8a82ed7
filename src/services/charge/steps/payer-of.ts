import { notFound, ruleRefused } from '../../../domain/errors.js';
import { Customer } from '../../../entities/people/customer.entity.js';
import { Occupancy } from '../../../entities/people/occupancy.entity.js';
import { Unit } from '../../../entities/place/unit.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/** Who is to pay for what. */
interface WantedPayer {
  readonly unitId: string | null;
  readonly payerId: string | null;
  /** The day of service: who owns the unit then owes, whoever does later. */
  readonly day: string;
}

/**
 * Who owes something that concerns a unit on a day: who is named, a customer of the same estate; or else who owns the unit
 * on that day.
 * @rule Q-31
 * @throws NOT_FOUND unit or customer
 * @throws RULE_REFUSED R-FEE-11 when they are of different estates; Q-31 when nobody is named and nobody owns the unit
 */
export async function payerOf(
  ctx: CommandContext,
  { unitId, payerId, day }: WantedPayer,
): Promise<{ readonly payer: Customer; readonly unit: Unit | null }> {
  const unit = unitId === null ? null : await findRow(ctx, Unit, 'unit', unitId);
  if (payerId !== null) {
    const payer = await findRow(ctx, Customer, 'customer', payerId);
    assertSameEstate(payer, unit);
    return { payer, unit };
  }
  if (!unit) throw notFound('customer');
  const [owner] = await ctx.em.find(
    Occupancy,
    {
      companyId: ctx.companyId,
      unitId: unit.id,
      capacity: 'OWNER',
      fromDay: { $lte: day },
      $or: [{ untilDay: null }, { untilDay: { $gt: day } }],
    },
    { orderBy: { fromDay: 'desc', id: 'asc' }, limit: 1 },
  );
  if (!owner) throw ruleRefused('Q-31', 'Nobody owns the unit on that day: name the payer.', { unitId: unit.id, day });
  return { payer: await findRow(ctx, Customer, 'customer', owner.customerId), unit };
}

/** @throws RULE_REFUSED R-FEE-11 for a unit of another estate than the payer's */
export function assertSameEstate(payer: Customer, unit: Unit | null): void {
  if (unit && unit.estateId !== payer.estateId)
    throw ruleRefused('R-FEE-11', 'The unit lies in another estate than the account.', {
      payerId: payer.id,
      unitId: unit.id,
    });
}

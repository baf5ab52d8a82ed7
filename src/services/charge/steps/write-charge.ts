import type { ChargeKind } from '../../../domain/charge/charge-kind.js';
import type { ChargeSource } from '../../../domain/charge/charge-source.js';
import { Charge } from '../../../entities/charge/charge.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';
import { recorderOf } from '../../ledger/steps/book-entry.js';
import type { Account } from '../../ledger/steps/open-account.js';
import { recordFeeEvent } from '../../ledger/steps/record-fee-event.js';
import { chargeOf, type StandingCharge } from '../../ledger/steps/standing-lines.js';

/** What a charge is for, checked. */
interface ChargeToWrite {
  readonly unitId: string | null;
  readonly kind: ChargeKind;
  readonly source: ChargeSource;
  readonly originId: string | null;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly dueDay: string;
  readonly amountMinor: number;
  readonly note: string | null;
  readonly bookedDay: string;
}

/** Writes a charge to an account that is open, and tells of it. */
export async function writeCharge(
  ctx: CommandContext,
  { estateId, payerId, terms }: Account,
  wanted: ChargeToWrite,
): Promise<StandingCharge> {
  const { amountMinor, bookedDay, unitId, kind } = wanted;
  const charge = ctx.em.create(Charge, {
    ...wanted,
    companyId: ctx.companyId,
    id: newId(),
    estateId,
    payerId,
    currency: terms.currency,
    recordedAt: ctx.clock.now(),
    recordedBy: recorderOf(ctx),
    billRunId: null,
    tariffCode: null,
    cancelledAt: null,
    openMinor: amountMinor,
    paidMinor: 0,
    lastDay: bookedDay,
    version: 1,
  });
  const { id } = charge;
  await recordFeeEvent(ctx, 'CHARGED', { kind: 'charge', id, version: 1, estateId, payerId, unitId }, { charge: kind });
  return chargeOf(ctx, id);
}

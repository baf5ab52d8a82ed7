import type { Deposit } from '../../../entities/deposit/deposit.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordFeeEvent } from '../../ledger/steps/record-fee-event.js';

/** Tells what became of a deposit: to the payer too. */
export const recordDepositEvent = (
  ctx: CommandContext,
  { id, version, estateId, payerId, unitId, kind }: Deposit,
  happened: 'COLLECTED' | 'ACCEPTED' | 'SETTLED' | 'AUTHORISED' | 'REFUNDED' | 'CANCELLED',
): Promise<void> =>
  recordFeeEvent(
    ctx,
    `DEPOSIT_${happened}`,
    { kind: 'deposit', id, version, estateId, payerId, unitId: unitId ?? null },
    { depositKind: kind },
  );

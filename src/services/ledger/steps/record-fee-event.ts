import type { CommandContext } from '../../command/command-context.js';
import { occupancyOfPayer } from './occupancy-of-payer.js';

/** What becomes of charges and payments. */
type FeeHappening =
  | 'CHARGED'
  | 'CANCELLED'
  | 'CHANGED'
  | 'TRANSFERRED'
  | 'RECEIVED'
  | 'ALLOCATED'
  | 'REFUNDED'
  | 'REFUND_PAID'
  | 'REVERSED'
  | 'UNDONE'
  | `DEPOSIT_${'COLLECTED' | 'ACCEPTED' | 'SETTLED' | 'AUTHORISED' | 'REFUNDED' | 'CANCELLED'}`
  | `RECEIPT_${'ISSUED' | 'SPOILED' | 'CANCELLED' | 'RED_LETTERED'}`;

/** The line that it becomes of, under the version that it now has. */
interface FeeSubject {
  readonly kind: 'charge' | 'payment' | 'receipt' | 'deposit';
  readonly id: string;
  readonly version: number;
  readonly estateId: string;
  readonly payerId: string;
  readonly unitId: string | null;
}

/**
 * Tells what became of a charge or payment: to the payer too, by an occupancy of the payer. No amounts: they are for those
 * who may see them, and events are read by others as well.
 * @rule R-ORG-70 @rule D-30
 */
export async function recordFeeEvent(
  ctx: CommandContext,
  type: FeeHappening,
  subject: FeeSubject,
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> {
  const { payerId, unitId } = subject;
  ctx.record({
    type: `fee.${type}`,
    estateId: subject.estateId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectVersion: subject.version,
    occupancyId: await occupancyOfPayer(ctx, payerId, unitId),
    visibility: 'CUSTOMER',
    facts: { payerId, unitId, ...facts },
  });
}

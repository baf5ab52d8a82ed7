import type { PaymentNotice } from '../../../entities/payment-notice/payment-notice.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { occupancyOfPayer } from '../../ledger/steps/occupancy-of-payer.js';

/** What becomes of a payment notice; those of a run are told by its chunks when they are drawn and sealed. */
type NoticeHappening = 'DRAWN' | 'SEALED' | 'DELIVERED' | 'REFUSED' | 'NOT_FOUND' | 'REPLACED' | 'WITHDRAWN';

/**
 * Tells what became of a notice, to the payer too once it bears the seal; no amounts.
 * @rule R-ORG-70 @rule D-30
 */
export async function recordNoticeEvent(
  ctx: CommandContext,
  notice: PaymentNotice,
  type: NoticeHappening,
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
  occurredAt: Date = ctx.clock.now(),
): Promise<void> {
  const { id, estateId, payerId, month, state, version } = notice;
  const unitId = notice.unitId ?? null;
  const isTold = notice.sealedAt != null;
  ctx.record({
    type: `paymentNotice.${type}`,
    estateId,
    subjectKind: 'paymentNotice',
    subjectId: id,
    subjectVersion: version,
    occupancyId: isTold ? await occupancyOfPayer(ctx, payerId, unitId) : null,
    visibility: isTold ? 'CUSTOMER' : 'INTERNAL',
    occurredAt,
    facts: { payerId, unitId, month, state, ...facts },
  });
}

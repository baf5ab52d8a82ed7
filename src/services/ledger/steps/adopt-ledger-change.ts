import type { Approval } from '../../../entities/approval/approval.entity.js';
import { LedgerProposal } from '../../../entities/ledger/ledger-proposal.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';
import { bookEntry } from './book-entry.js';
import { oweRefund } from './follow-refund.js';
import { accountOfLine } from './line-of-account.js';
import { recordFeeEvent } from './record-fee-event.js';
import { chargeOf, paymentOf } from './standing-lines.js';
import { assertThere } from './write-ledger-proposal.js';

/**
 * Books what was approved, on the present day; what is given back is due to be paid out from then on.
 * @rule R-FEE-11 @rule R-ORG-68 @rule R-CSH-08
 * @throws RULE_REFUSED R-FEE-11 when less is open or left by now: it can be sent back
 */
export async function adoptLedgerChange(ctx: CommandContext, { subjectId }: Approval): Promise<void> {
  const proposal = await findRow(ctx, LedgerProposal, 'proposal', subjectId);
  const { id: proposalId, kind, amountMinor } = proposal;
  const account = await accountOfLine(ctx, proposal);
  const booked = { kind, amountMinor, proposalId, bookedDay: account.today };
  if (proposal.chargeId != null) {
    const charge = await chargeOf(ctx, proposal.chargeId);
    assertThere(kind, { id: charge.id, leftMinor: charge.openMinor }, amountMinor);
    bookEntry(ctx, account, { ...booked, charge });
    const subject = { ...charge, kind: 'charge', version: charge.version + 1 } as const;
    await recordFeeEvent(ctx, 'CHANGED', subject, { change: kind });
    return;
  }
  const payment = await paymentOf(ctx, proposal.paymentId ?? '');
  assertThere(kind, { id: payment.id, leftMinor: payment.freeMinor }, amountMinor);
  await oweRefund(ctx, bookEntry(ctx, account, { ...booked, payment }));
  await recordFeeEvent(ctx, 'REFUNDED', { ...payment, kind: 'payment', version: payment.version + 1 });
}

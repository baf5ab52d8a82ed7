import type { ReturnReason } from '../../domain/bank-file/bank-line.js';
import { BankLine } from '../../entities/bank-file/bank-line.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { assertUnsettled } from './steps/assert-unsettled.js';
import { recordLineEvent } from './steps/record-line-event.js';

interface ReturnBankLine extends CommandInput {
  readonly lineId: string;
  readonly reason: ReturnReason;
  readonly expectedVersion?: number | null;
}

/**
 * Says that money in suspense was sent back as it came: it never enters an account. Needs `fee.bank` on the estate.
 * @rule R-FEE-11
 * @throws NOT_FOUND line
 * @throws RULE_REFUSED R-FEE-11 for money that was settled
 * @throws CONFLICT when it was settled meanwhile
 */
export async function returnBankLine(ctx: CommandContext, input: ReturnBankLine): Promise<{ lineId: string }> {
  const line = await ctx.load(BankLine, 'bank line', input.lineId, input.expectedVersion);
  authorizeOn(ctx.principal, 'fee.bank', line.estateId);
  await assertUnsettled(ctx, line);
  Object.assign(line, {
    ...{ state: 'RETURNED', suspendedFor: null, returnedFor: input.reason, paymentId: null },
    ...{ settledBy: ctx.principal.subjectId, settledAt: ctx.clock.now(), version: line.version + 1 },
  });
  recordLineEvent(ctx, line, 'RETURNED');
  return { lineId: line.id };
}

import type { BankLine } from '../../../entities/bank-file/bank-line.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** Tells what became of money in suspense. */
export function recordLineEvent(ctx: CommandContext, line: BankLine, type: 'SETTLED' | 'RETURNED'): void {
  ctx.record({
    type: `bankLine.${type}`,
    estateId: line.estateId,
    subjectKind: 'bankLine',
    subjectId: line.id,
    subjectVersion: line.version,
    visibility: 'INTERNAL',
    facts: { fileId: line.fileId, paymentId: line.paymentId ?? null },
  });
}

import type { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What every command on dunning cases answers. */
export interface DunningResult {
  readonly caseId: string;
  readonly version: number;
}

/** What can become of a dunning case. */
type DunningHappening =
  | 'OPENED'
  | 'REOPENED'
  | 'REASONED'
  | 'PLANNED'
  | 'CALLED_OFF'
  | 'STEPPED'
  | 'HELD'
  | 'RELEASED'
  | 'CLOSED'
  | 'LETTER_PROPOSED'
  | 'LETTER_DROPPED'
  | 'LETTER_APPROVED'
  | 'LETTER_SENT'
  | 'SERVED'
  | 'SERVICE_FAILED'
  | 'PROVEN';

/** Has a case in its next version, and tells what became of it: never amounts, names or words. @rule R-ORG-70 */
export function recordDunningEvent(
  ctx: CommandContext,
  debt: DunningCase,
  type: DunningHappening,
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
  occurredAt: Date = ctx.clock.now(),
): DunningResult {
  if (type !== 'OPENED') debt.version += 1;
  const { id, estateId, payerId, unitId, stage, reason, version } = debt;
  ctx.record({
    type: `dunning.${type}`,
    estateId,
    subjectKind: 'dunningCase',
    subjectId: id,
    subjectVersion: version,
    visibility: 'INTERNAL',
    occurredAt,
    facts: { payerId, unitId: unitId ?? null, stage, reason: reason ?? null, ...facts },
  });
  return { caseId: id, version };
}

import { assertVerification, outcomeOf } from '../../domain/inspection/verification.js';
import type { CommandContext } from '../command/command-context.js';
import { recordRoundEvent, type InspectionResult } from './steps/record-inspection-event.js';
import { takeItem, type ItemStepInput } from './steps/take-inspection.js';

interface RecordVerification extends ItemStepInput {
  readonly reached: boolean;
  readonly happened?: boolean | null;
  readonly solved?: boolean | null;
  readonly note?: string | null;
}

/**
 * Records what a customer said about something that was drawn: whether there was a callback, or a visit, and whether the
 * matter is solved. Said again, the later word holds until the inspection is published. Needs `inspection.conduct` on its estate.
 * @rule R-ESC-05 @rule D-27
 * @throws as `takeItem`
 * @throws INVALID_INPUT for answers that do not belong to what was asked about
 */
export async function recordVerification(ctx: CommandContext, input: RecordVerification): Promise<InspectionResult> {
  const { item, inspection } = await takeItem(ctx, input);
  const { reached, happened = null, solved = null, note = null } = input;
  const said = { reached, happened, solved };
  assertVerification(item.kind, said);
  const checked = { checkedById: ctx.principal.subjectId, checkedAt: ctx.clock.now() };
  Object.assign(item, { outcome: outcomeOf(item, said), happened, solved, note, ...checked });
  recordRoundEvent(ctx, inspection.roundId, 'CHECKED');
  return { inspectionId: inspection.id };
}

import { invalidInput } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { recordRoundEvent, type InspectionResult } from './steps/record-inspection-event.js';
import { takeItem, type ItemStepInput } from './steps/take-inspection.js';

interface JudgeChecklistPoint extends ItemStepInput {
  readonly verdict: 'PASSED' | 'FAILED' | 'NOT_APPLICABLE';
  readonly note?: string | null;
}

/**
 * Says how a point of a checklist stands on site. Said again, the later word holds until the inspection is published. Needs
 * `inspection.conduct` on its estate.
 * @rule R-ESC-05
 * @throws as `takeItem`
 * @throws INVALID_INPUT for what was drawn, and for a failure that nobody describes
 */
export async function judgeChecklistPoint(ctx: CommandContext, input: JudgeChecklistPoint): Promise<InspectionResult> {
  const { item, inspection } = await takeItem(ctx, input);
  const { verdict, note = null } = input;
  if (item.kind !== 'CHECKLIST') throw invalidInput('input.itemId', 'is no point of a checklist');
  if (verdict === 'FAILED' && note === null) throw invalidInput('input.note', 'what is wrong?');
  const checked = { checkedById: ctx.principal.subjectId, checkedAt: ctx.clock.now() };
  Object.assign(item, { outcome: verdict, note, ...checked });
  recordRoundEvent(ctx, inspection.roundId, 'CHECKED');
  return { inspectionId: inspection.id };
}

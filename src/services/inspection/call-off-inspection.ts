import type { CommandContext } from '../command/command-context.js';
import { recordRoundEvent, type InspectionResult } from './steps/record-inspection-event.js';
import { takeInspection, type InspectionStepInput } from './steps/take-inspection.js';

/**
 * Has an inspection not take place, or not be published; the estate never sees it. Needs `inspection.conduct` on its estate.
 * @rule R-ESC-05
 * @throws as `takeInspection`
 */
export async function callOffInspection(ctx: CommandContext, input: InspectionStepInput): Promise<InspectionResult> {
  const inspection = await takeInspection(ctx, input, 'callOff');
  recordRoundEvent(ctx, inspection.roundId, 'CALLED_OFF');
  return { inspectionId: inspection.id };
}

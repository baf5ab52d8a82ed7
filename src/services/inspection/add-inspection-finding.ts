import type { FindingCategory } from '../../domain/inspection/inspection-kind.js';
import { notFound } from '../../domain/errors.js';
import { InspectionItem } from '../../entities/inspection/inspection-item.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { findRow } from '../place/steps/find-row.js';
import { addFinding } from './steps/add-finding.js';
import { recordRoundEvent, type InspectionResult } from './steps/record-inspection-event.js';
import { takeInspection, type InspectionStepInput } from './steps/take-inspection.js';

interface AddInspectionFinding extends InspectionStepInput {
  /** What showed it; absent for what was seen beside. */
  readonly itemId?: string | null;
  readonly category: FindingCategory;
  readonly problem: string;
}

/**
 * Writes down what an inspection found to be wrong. Needs `inspection.conduct` on its estate.
 * @rule R-ESC-05 @rule R-ORG-25
 * @throws as `takeInspection`
 * @throws NOT_FOUND item of another inspection
 */
export async function addInspectionFinding(
  ctx: CommandContext,
  input: AddInspectionFinding,
): Promise<InspectionResult> {
  const inspection = await takeInspection(ctx, input, 'check');
  const { itemId = null, category, problem } = input;
  if (itemId !== null) {
    const item = await findRow(ctx, InspectionItem, 'item', itemId);
    if (item.inspectionId !== inspection.id) throw notFound('item');
  }
  await addFinding(ctx, inspection, { itemId, category, problem });
  recordRoundEvent(ctx, inspection.roundId, 'FOUND');
  return { inspectionId: inspection.id };
}

import { nextInspectionStage, type InspectionVerb } from '../../../domain/inspection/inspection-stage.js';
import { InspectionItem } from '../../../entities/inspection/inspection-item.entity.js';
import { Inspection } from '../../../entities/inspection/inspection.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** What every step of an inspection takes. */
export interface InspectionStepInput extends CommandInput {
  readonly inspectionId: string;
  readonly expectedVersion?: number | null;
}

/** What every look at something takes. */
export interface ItemStepInput extends CommandInput {
  readonly itemId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Takes one step of an inspection's life: locked, authorised, in its next stage and version.
 * @throws NOT_FOUND inspection
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN without `inspection.conduct` on the estate
 * @throws RULE_REFUSED R-ESC-05 once it is published or called off
 */
export async function takeInspection(
  ctx: CommandContext,
  { inspectionId, expectedVersion }: InspectionStepInput,
  verb: InspectionVerb,
): Promise<Inspection> {
  const inspection = await ctx.load(Inspection, 'inspection', inspectionId, expectedVersion);
  authorizeOn(ctx.principal, 'inspection.conduct', inspection.estateId);
  inspection.stage = nextInspectionStage(verb, inspection.stage);
  inspection.version += 1;
  return inspection;
}

/**
 * Something that an inspection looks at, and the inspection: both locked, the inspection open.
 * @throws NOT_FOUND item
 * @throws as `takeInspection`
 */
export async function takeItem(
  ctx: CommandContext,
  { itemId, expectedVersion }: ItemStepInput,
): Promise<{ readonly item: InspectionItem; readonly inspection: Inspection }> {
  const item = await ctx.load(InspectionItem, 'item', itemId, expectedVersion);
  const inspection = await takeInspection(ctx, { inspectionId: item.inspectionId }, 'check');
  item.version += 1;
  return { item, inspection };
}

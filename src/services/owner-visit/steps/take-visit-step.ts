import { invalidInput } from '../../../domain/errors.js';
import type { VisitOrganiser } from '../../../domain/owner-visit/visit-mode.js';
import { nextVisitStage, type VisitVerb } from '../../../domain/owner-visit/visit-stage.js';
import { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import { Unit } from '../../../entities/place/unit.entity.js';
import type { Action } from '../../../domain/identity/action.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';
import { findRow } from '../../place/steps/find-row.js';
import { cycleAt } from './open-cycle.js';
import { lockVisits } from './lock-visits.js';
import { newVisit } from './new-visit.js';

/** What every step of a visit takes. */
export interface VisitStepInput extends CommandInput {
  readonly visitId: string;
  readonly expectedVersion?: number | null;
  /** When it happened, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/** What every command on visits answers. */
export interface VisitResult {
  readonly visitId: string;
  readonly version: number;
}

/** A visit that is there already, or the household of one that nobody drew. */
export interface WhichVisit extends CommandInput {
  readonly visitId?: string | null;
  readonly unitId?: string | null;
  readonly organiser?: VisitOrganiser | null;
  readonly expectedVersion?: number | null;
}

/**
 * Takes one step of a visit's life: locked, authorised, in its next stage and version.
 * @throws NOT_FOUND visit
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN when the action does not reach the estate
 * @throws RULE_REFUSED when the stage does not take the verb
 */
export async function takeVisitStep(
  ctx: CommandContext,
  { visitId, expectedVersion }: Pick<VisitStepInput, 'visitId' | 'expectedVersion'>,
  verb: VisitVerb,
  action: Action,
): Promise<OwnerVisit> {
  const visit = await ctx.load(OwnerVisit, 'visit', visitId, expectedVersion);
  authorizeOn(ctx.principal, action, visit.estateId);
  visit.stage = nextVisitStage(verb, visit.stage);
  visit.version += 1;
  return visit;
}

/**
 * The visit that an input names, or a new one to the household that it names; draws of the estate wait meanwhile.
 * @throws as `takeVisitStep`
 * @throws NOT_FOUND unit
 * @throws INVALID_INPUT where neither or both are named
 */
export async function takeOrBegin(
  ctx: CommandContext,
  input: WhichVisit,
  verb: 'appoint' | 'record',
  at: Date,
): Promise<OwnerVisit> {
  const { visitId = null, unitId = null } = input;
  if ((visitId === null) === (unitId === null)) throw invalidInput('input.unitId', 'give either visitId or unitId');
  if (visitId !== null) {
    const known = await findRow(ctx, OwnerVisit, 'visit', visitId);
    await lockVisits(ctx, known.estateId);
    return takeVisitStep(ctx, { visitId, expectedVersion: input.expectedVersion ?? null }, verb, 'visit.record');
  }
  const unit = await findRow(ctx, Unit, 'unit', unitId ?? '');
  authorizeOn(ctx.principal, 'visit.record', unit.estateId);
  await lockVisits(ctx, unit.estateId);
  const { id: cycleId } = await cycleAt(ctx, unit.estateId, at);
  const stage = nextVisitStage(verb, null);
  const organiser = input.organiser ?? 'ESTATE';
  return newVisit(ctx, { estateId: unit.estateId, unitId: unit.id, cycleId, organiser, stage, drawnMonth: null });
}

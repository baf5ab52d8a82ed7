import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { inspectionById, inspectionsOfRound } from '../../loaders/inspection/inspections.js';
import {
  InspectionPayloadType,
  PlannedInspectionsPayloadType,
} from '../../schema/inspection/inspection-payload.type.js';
import {
  AddInspectionFindingInput,
  CallOffInspectionInput,
  JudgeChecklistPointInput,
  PublishInspectionInput,
  RecordVerificationInput,
} from '../../schema/inspection/inspection-step.input.js';
import { PlanSiteInspectionInput, PlanVerificationInput } from '../../schema/inspection/plan-inspection.input.js';
import { addInspectionFinding } from '../../services/inspection/add-inspection-finding.js';
import { callOffInspection } from '../../services/inspection/call-off-inspection.js';
import { judgeChecklistPoint } from '../../services/inspection/judge-checklist-point.js';
import { planSiteInspection } from '../../services/inspection/plan-site-inspection.js';
import { planVerification } from '../../services/inspection/plan-verification.js';
import { publishInspection } from '../../services/inspection/publish-inspection.js';
import { recordVerification } from '../../services/inspection/record-verification.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What changes about inspections. */
@Resolver()
export class InspectionCommandsResolver {
  @Mutation(() => PlannedInspectionsPayloadType, {
    nullable: true,
    description:
      'Draws closed tickets and visits, estate by estate, in proportion to what they are, whose customers are then asked whether the records are true (D-27). The estates learn nothing of it. Needs `inspection.conduct` on each.',
  })
  async planVerification(
    @Arg('input', () => PlanVerificationInput, { description: 'Where, of which days, how many.' })
    input: PlanVerificationInput,
    @Ctx() ctx: RequestContext,
  ) {
    return planned(ctx, await command(ctx, planVerification, input));
  }

  @Mutation(() => PlannedInspectionsPayloadType, {
    nullable: true,
    description:
      'Plans that somebody goes and looks by a checklist, announced or not (R-ESC-05). Needs `inspection.conduct` on the estate.',
  })
  async planSiteInspection(
    @Arg('input', () => PlanSiteInspectionInput, { description: 'Where, when, at what.' })
    input: PlanSiteInspectionInput,
    @Ctx() ctx: RequestContext,
  ) {
    return planned(ctx, await command(ctx, planSiteInspection, input));
  }

  @Mutation(() => InspectionPayloadType, {
    nullable: true,
    description:
      'Records what a customer said about a record that was drawn; the later word holds until publication (D-27). Needs `inspection.conduct` on its estate.',
  })
  async recordVerification(
    @Arg('input', () => RecordVerificationInput, { description: 'Of which record, and what was said.' })
    input: RecordVerificationInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, recordVerification, input));
  }

  @Mutation(() => InspectionPayloadType, {
    nullable: true,
    description: 'Says how a point of a checklist stands. Needs `inspection.conduct` on its estate.',
  })
  async judgeChecklistPoint(
    @Arg('input', () => JudgeChecklistPointInput, { description: 'Which point, and how it stands.' })
    input: JudgeChecklistPointInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, judgeChecklistPoint, input));
  }

  @Mutation(() => InspectionPayloadType, {
    nullable: true,
    description: 'Writes down what is wrong. Needs `inspection.conduct` on its estate.',
  })
  async addInspectionFinding(
    @Arg('input', () => AddInspectionFindingInput, { description: 'Of which inspection, and what is wrong.' })
    input: AddInspectionFindingInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, addInspectionFinding, input));
  }

  @Mutation(() => InspectionPayloadType, {
    nullable: true,
    description:
      'Opens it to the estate with everything that was looked at: its figures stand, what is false or failed is a finding, and each finding is put right by a corrective action (R-ORG-25). RULE_REFUSED R-ESC-05 while nothing was looked at. Needs `inspection.conduct` on its estate.',
  })
  async publishInspection(
    @Arg('input', () => PublishInspectionInput, { description: 'Which one.' }) input: PublishInspectionInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, publishInspection, input));
  }

  @Mutation(() => InspectionPayloadType, {
    nullable: true,
    description: 'Has it not take place; the estate never sees it. Needs `inspection.conduct` on its estate.',
  })
  async callOffInspection(
    @Arg('input', () => CallOffInspectionInput, { description: 'Which one.' }) input: CallOffInspectionInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, callOffInspection, input));
  }
}

/** The inspection as it stands after a command. */
async function answer<D extends { readonly inspectionId: string }>(ctx: RequestContext, done: D) {
  return { ...done, inspection: await found('inspection', inspectionById(ctx).load(done.inspectionId)) };
}

/** The inspections that were planned at once. */
async function planned<D extends { readonly roundId: string }>(ctx: RequestContext, done: D) {
  return { ...done, inspections: await inspectionsOfRound(ctx).load(done.roundId) };
}

import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { checkOfVisit, type VisitCheckRow } from '../../loaders/owner-visit/check-of-visit.js';
import { visitById, type VisitRow } from '../../loaders/owner-visit/visit-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { CheckVisitInput } from '../../schema/owner-visit/check-visit.input.js';
import { GiveVisitFeedbackInput } from '../../schema/owner-visit/give-visit-feedback.input.js';
import { OwnerVisitType } from '../../schema/owner-visit/owner-visit.type.js';
import { ReviewVisitInput } from '../../schema/owner-visit/review-visit.input.js';
import { VisitCheckType } from '../../schema/owner-visit/visit-check.type.js';
import { VisitPayloadType } from '../../schema/owner-visit/visit-payload.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { checkVisit } from '../../services/owner-visit/check-visit.js';
import { giveVisitFeedback } from '../../services/owner-visit/give-visit-feedback.js';
import { reviewVisit } from '../../services/owner-visit/review-visit.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What becomes of a visit once its record is there. */
@Resolver(() => OwnerVisitType)
export class VisitReviewResolver {
  @Mutation(() => VisitPayloadType, {
    nullable: true,
    description:
      'Says that the supervisor has read the record; every item goes to its own procedure (R-VIS-18). Needs `visit.review` on the estate.',
  })
  async reviewVisit(
    @Arg('input', () => ReviewVisitInput, { description: 'Which visit, and where its items go.' })
    input: ReviewVisitInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, reviewVisit, input);
    return { ...done, visit: await found('visit', visitById(ctx).load(done.visitId)) };
  }

  @Mutation(() => VisitPayloadType, {
    nullable: true,
    description:
      'Records what a customer was told about something said on a visit; owed in person (R-VIS-14). Needs `visit.record` on the estate.',
  })
  async giveVisitFeedback(
    @Arg('input', () => GiveVisitFeedbackInput, { description: 'Which item, and what was told.' })
    input: GiveVisitFeedbackInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, giveVisitFeedback, input);
    return { ...done, visit: await found('visit', visitById(ctx).load(done.visitId)) };
  }

  @Mutation(() => VisitPayloadType, {
    nullable: true,
    description:
      'Records what a spot-check of a visit found; never by the visitor (R-VIS-25, R-ORG-68). Needs `visit.approve` on the estate.',
  })
  async checkVisit(
    @Arg('input', () => CheckVisitInput, { description: 'Which visit, and what was found.' }) input: CheckVisitInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, checkVisit, input);
    return { ...done, visit: await found('visit', visitById(ctx).load(done.visitId)) };
  }

  @FieldResolver(() => VisitCheckType, {
    nullable: true,
    description: 'Its spot-check (R-VIS-25); null where nobody has checked it, and for residents.',
  })
  spotCheck(@Root() visit: VisitRow, @Ctx() ctx: RequestContext) {
    return ctx.asker.kind === 'RESIDENT' ? null : checkOfVisit(ctx).load(visit.id);
  }
}

/** Who checked a visit. */
@Resolver(() => VisitCheckType)
export class VisitCheckResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: 'Who checked it.' })
  checkedBy(@Root() { checkedById }: VisitCheckRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(checkedById);
  }
}

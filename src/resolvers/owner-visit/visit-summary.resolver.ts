import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  visitSummariesPage,
  visitSummaryById,
  type VisitSummaryRow,
} from '../../loaders/owner-visit/visit-summaries.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { ApproveVisitSummaryInput } from '../../schema/owner-visit/approve-visit-summary.input.js';
import { SubmitVisitSummaryInput } from '../../schema/owner-visit/submit-visit-summary.input.js';
import { VisitSummaryConnection } from '../../schema/owner-visit/visit-summary-connection.type.js';
import { VisitSummaryFilterInput } from '../../schema/owner-visit/visit-summary-filter.input.js';
import { VisitSummaryPayloadType } from '../../schema/owner-visit/visit-summary-payload.type.js';
import { VisitSummaryType } from '../../schema/owner-visit/visit-summary.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { approveVisitSummary } from '../../services/owner-visit/approve-visit-summary.js';
import { submitVisitSummary } from '../../services/owner-visit/submit-visit-summary.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** Summaries of visits: handing them in, deciding on them, looking them up. */
@Resolver(() => VisitSummaryType)
export class VisitSummaryResolver {
  @Query(() => VisitSummaryConnection, {
    description:
      'Summaries of visits, the latest period first (R-VIS-19, R-VIS-29). Needs `visit.read`; none for residents.',
  })
  visitSummaries(
    @Arg('filter', () => VisitSummaryFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: VisitSummaryFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return visitSummariesPage(ctx, filter ?? {}, args);
  }

  @Mutation(() => VisitSummaryPayloadType, {
    nullable: true,
    description:
      'Hands in what the visits of a month or a quarter came to: of a month by the 5th (R-VIS-19, R-VIS-29, P-06). Needs `visit.review` on the estate.',
  })
  async submitVisitSummary(
    @Arg('input', () => SubmitVisitSummaryInput, { description: 'Which period, and the words.' })
    input: SubmitVisitSummaryInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, submitVisitSummary, input);
    return { ...done, summary: await found('visit summary', visitSummaryById(ctx).load(done.summaryId)) };
  }

  @Mutation(() => VisitSummaryPayloadType, {
    nullable: true,
    description:
      'Approves a summary and decides the measures, never by its author (R-VIS-20, R-ORG-68). Needs `visit.approve` on the estate.',
  })
  async approveVisitSummary(
    @Arg('input', () => ApproveVisitSummaryInput, { description: 'Which summary, and the measures.' })
    input: ApproveVisitSummaryInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, approveVisitSummary, input);
    return { ...done, summary: await found('visit summary', visitSummaryById(ctx).load(done.summaryId)) };
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: VisitSummaryRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who handed it in.' })
  author(@Root() { authorId }: VisitSummaryRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(authorId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who decided on it; null until then.' })
  decidedBy(@Root() { decidedById }: VisitSummaryRow, @Ctx() ctx: RequestContext) {
    return decidedById === null ? null : staffById(ctx).load(decidedById);
  }
}

import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ObligationRow } from '../../loaders/obligation/obligation-by-id.js';
import { visitById } from '../../loaders/owner-visit/visit-by-id.js';
import { visitMonthById } from '../../loaders/owner-visit/visit-months.js';
import { visitSummaryById } from '../../loaders/owner-visit/visit-summaries.js';
import { ObligationType } from '../../schema/obligation/obligation.type.js';
import { OwnerVisitType } from '../../schema/owner-visit/owner-visit.type.js';
import { VisitMonthType } from '../../schema/owner-visit/visit-month.type.js';
import { VisitSummaryType } from '../../schema/owner-visit/visit-summary.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Where obligations show what of the visit programme they are about. */
@Resolver(() => ObligationType)
export class ObligationVisitResolver {
  @FieldResolver(() => OwnerVisitType, { nullable: true, description: 'The visit that it is about, where it is one.' })
  visit(@Root() { subjectKind, subjectId }: ObligationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'OWNER_VISIT' ? visitById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => VisitMonthType, {
    nullable: true,
    description: 'The month of visits that it is about, where it is one.',
  })
  visitMonth(@Root() { subjectKind, subjectId }: ObligationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'VISIT_MONTH' ? visitMonthById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => VisitSummaryType, {
    nullable: true,
    description: 'The summary of visits that it is about, where it is one.',
  })
  visitSummary(@Root() { subjectKind, subjectId }: ObligationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'VISIT_SUMMARY' ? visitSummaryById(ctx).load(subjectId) : null;
  }
}

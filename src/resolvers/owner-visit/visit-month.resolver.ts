import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { visitMonthsPage, type VisitMonthRow } from '../../loaders/owner-visit/visit-months.js';
import { visitProgress } from '../../loaders/owner-visit/visit-progress.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { VisitMonthConnection } from '../../schema/owner-visit/visit-connections.type.js';
import { VisitMonthFilterInput } from '../../schema/owner-visit/visit-month-filter.input.js';
import { VisitMonthType } from '../../schema/owner-visit/visit-month.type.js';
import { VisitProgressType } from '../../schema/owner-visit/visit-progress.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { EstateType } from '../../schema/place/estate.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Months of the visit programme. */
@Resolver(() => VisitMonthType)
export class VisitMonthResolver {
  @Query(() => VisitMonthConnection, {
    description:
      'Months of the visit programme: what they owed and drew, the latest first (R-VIS-05). Needs `visit.read`; none for residents.',
  })
  visitMonths(
    @Arg('filter', () => VisitMonthFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: VisitMonthFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return visitMonthsPage(ctx, filter ?? {}, args);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: VisitMonthRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => VisitProgressType, { nullable: true, description: 'How far it has come.' })
  progress(@Root() { id }: VisitMonthRow, @Ctx() ctx: RequestContext) {
    return visitProgress(ctx).load(id);
  }
}

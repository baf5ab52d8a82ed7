import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { notFound } from '../../domain/errors.js';
import { companyById } from '../../loaders/company/company-by-id.js';
import { CompanyType } from '../../schema/company/company.type.js';
import { ViewerType } from '../../schema/identity/viewer.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { viewerOf } from './viewer-of.js';

/** Who has signed in. */
@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who has signed in.' })
  viewer(@Ctx() ctx: RequestContext) {
    return viewerOf(ctx.asker);
  }

  @FieldResolver(() => CompanyType, { description: 'Their company.' })
  async company(@Root() viewer: ViewerType, @Ctx() ctx: RequestContext) {
    const company = await companyById(ctx).load(viewer.companyId);
    if (!company) throw notFound('company');
    return company;
  }
}

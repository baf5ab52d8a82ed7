import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { TicketKind } from '../../domain/ticket/ticket-kind.js';
import { categoriesBelow } from '../../loaders/category/categories-below.js';
import { categoriesPage } from '../../loaders/category/categories-page.js';
import { categoryById, type CategoryRow } from '../../loaders/category/category-by-id.js';
import { TicketCategoryConnection } from '../../schema/category/ticket-category-connection.type.js';
import { TicketCategoryType } from '../../schema/category/ticket-category.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { LocalDate } from '../../schema/scalars.js';
import { TicketKindEnum } from '../../schema/ticket/ticket-kind.enum.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** Categories: their list and edges. */
@Resolver(() => TicketCategoryType)
export class CategoryResolver {
  @Query(() => TicketCategoryConnection, {
    description: "The company's categories, by code, retired ones included. Needs `category.read`.",
  })
  categories(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kind', () => TicketKindEnum, { nullable: true, description: 'Only those for tickets of this kind.' })
    kind: TicketKind | null,
    @Arg('activeOn', () => LocalDate, { nullable: true, description: 'Only those that are offered on this day.' })
    activeOn: string | null,
  ) {
    return categoriesPage(ctx, { kind, activeOn }, page);
  }

  @Query(() => TicketCategoryType, { nullable: true, description: 'One category. Needs `category.read`.' })
  category(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string) {
    return found('category', categoryById(ctx).load(id));
  }

  @FieldResolver(() => TicketCategoryType, { nullable: true, description: 'The category above it; null at the top.' })
  parent(@Root() category: CategoryRow, @Ctx() ctx: RequestContext) {
    return category.parentId === null ? null : categoryById(ctx).load(category.parentId);
  }

  @FieldResolver(() => [TicketCategoryType], { description: 'The categories directly below it, by code.' })
  children(@Root() category: CategoryRow, @Ctx() ctx: RequestContext) {
    return categoriesBelow(ctx).load(category.id);
  }
}

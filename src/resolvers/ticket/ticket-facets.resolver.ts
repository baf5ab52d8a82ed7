import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { categoryById } from '../../loaders/category/category-by-id.js';
import { departmentById } from '../../loaders/people/department-by-id.js';
import { buildingById } from '../../loaders/place/building-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { ticketFacets, type FacetValue } from '../../loaders/ticket/ticket-facets.js';
import { TicketCategoryType } from '../../schema/category/ticket-category.type.js';
import { DepartmentType } from '../../schema/people/department.type.js';
import { BuildingType } from '../../schema/place/building.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { TicketFacetsType, TicketFacetValueType } from '../../schema/ticket/ticket-facets.type.js';
import { TicketFilterInput } from '../../schema/ticket/ticket-filter.input.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Counts beside a list of tickets, and what the counted values name. */
@Resolver(() => TicketFacetValueType)
export class TicketFacetsResolver {
  @Query(() => TicketFacetsType, {
    description:
      'How the tickets that the viewer may read and that meet a filter spread over kinds, stages, channels, categories, departments, buildings and estates. Needs `ticket.read`.',
  })
  ticketFacets(
    @Arg('filter', () => TicketFilterInput, { nullable: true, description: 'Which ones; all where nothing is said.' })
    filter: TicketFilterInput | null,
    @Ctx() ctx: RequestContext,
  ) {
    return ticketFacets(ctx, filter);
  }

  @FieldResolver(() => TicketCategoryType, { nullable: true, description: 'The category, of the facet CATEGORY.' })
  category(@Root() { facet, value }: FacetValue, @Ctx() ctx: RequestContext) {
    return facet === 'CATEGORY' && value !== null ? categoryById(ctx).load(value) : null;
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department, of the facet DEPARTMENT.' })
  department(@Root() { facet, value }: FacetValue, @Ctx() ctx: RequestContext) {
    return facet === 'DEPARTMENT' && value !== null ? departmentById(ctx).load(value) : null;
  }

  @FieldResolver(() => BuildingType, { nullable: true, description: 'The building, of the facet BUILDING.' })
  building(@Root() { facet, value }: FacetValue, @Ctx() ctx: RequestContext) {
    return facet === 'BUILDING' && value !== null ? buildingById(ctx).load(value) : null;
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate, of the facet ESTATE.' })
  estate(@Root() { facet, value }: FacetValue, @Ctx() ctx: RequestContext) {
    return facet === 'ESTATE' && value !== null ? estateById(ctx).load(value) : null;
  }
}

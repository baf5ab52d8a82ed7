import { Field, Int, ObjectType } from 'type-graphql';
import type { TicketFacet } from '../../domain/ticket/ticket-facet.js';
import { TicketFacetEnum } from './ticket-facet.enum.js';

/** How many tickets share a value; what the value names is a field of the resolver. */
@ObjectType('TicketFacetValue', { description: 'How many tickets share a value of a facet.' })
export class TicketFacetValueType {
  readonly facet!: TicketFacet;

  @Field(() => String, {
    nullable: true,
    description: 'The value: a word of the enum, or an id; null for tickets that have none.',
  })
  value!: string | null;

  @Field(() => Int, { description: 'How many tickets.' })
  count!: number;
}

/** How tickets spread over one facet. */
@ObjectType('TicketFacetCounts', { description: 'How tickets spread over the values of one facet.' })
export class TicketFacetCountsType {
  @Field(() => TicketFacetEnum, { description: 'By what.' })
  facet!: TicketFacet;

  @Field(() => [TicketFacetValueType], { description: 'The most frequent values, most tickets first, at most 100.' })
  values!: readonly TicketFacetValueType[];

  @Field(() => Int, { description: 'How many tickets lie under further values.' })
  others!: number;
}

/** How the tickets of a filter spread over the facets. */
@ObjectType('TicketFacets', { description: 'How the tickets that meet a filter spread over the facets.' })
export class TicketFacetsType {
  @Field(() => Int, { description: 'How many tickets were counted: all, or the 50,000 reported last.' })
  total!: number;

  @Field(() => Boolean, { description: 'Whether all tickets that meet the filter were counted.' })
  complete!: boolean;

  @Field(() => [TicketFacetCountsType], { description: 'The counts, a facet each.' })
  facets!: readonly TicketFacetCountsType[];
}

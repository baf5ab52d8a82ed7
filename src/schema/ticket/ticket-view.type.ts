import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { TicketOrder } from '../../domain/ticket/ticket-order.js';
import { DateTime, Json } from '../scalars.js';
import { TicketOrderEnum } from './ticket-order.enum.js';

/** A list of tickets that the viewer has named. */
@ObjectType('TicketView', {
  simpleResolvers: true,
  description: 'A list of tickets that the viewer has named. Nobody else sees it.',
})
export class TicketViewType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Json, {
    description:
      'What it shows: give it to `tickets(filter:)` or `ticketFacets(filter:)` as a variable, where it is checked again as any filter.',
  })
  filter!: unknown;

  @Field(() => TicketOrderEnum, { description: 'In which order: give it to `tickets(orderBy:)`.' })
  orderBy!: TicketOrder;

  @Field(() => DateTime, { description: 'When it was saved or last changed.' })
  changedAt!: Date;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

import { Field, ID, ObjectType } from 'type-graphql';
import type { OccupancyCapacity } from '../../domain/people/occupancy-capacity.js';
import { LocalDate } from '../scalars.js';
import { OccupancyCapacityEnum } from './occupancy-capacity.enum.js';

/** An occupancy as clients see it. */
@ObjectType('Occupancy', {
  description: 'That a customer holds a unit in a capacity, from a day on and until before another (D-30).',
})
export class OccupancyType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => OccupancyCapacityEnum, { description: 'In what capacity.' })
  capacity!: OccupancyCapacity;

  @Field(() => LocalDate, { description: 'First day.' })
  fromDay!: string;

  @Field(() => LocalDate, {
    description: 'The first day that no longer belongs to it; null while it lasts.',
    nullable: true,
  })
  untilDay!: string | null;
}

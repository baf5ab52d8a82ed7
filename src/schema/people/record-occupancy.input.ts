import { Field, ID, InputType } from 'type-graphql';
import type { OccupancyCapacity } from '../../domain/people/occupancy-capacity.js';
import { LocalDate } from '../scalars.js';
import { OccupancyCapacityEnum } from './occupancy-capacity.enum.js';
import { CommandFields } from '../command-fields.js';

/** That a customer holds a unit. */
@InputType('RecordOccupancyInput', { description: 'That a customer holds a unit from a day on (D-30).' })
export class RecordOccupancyInput extends CommandFields {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => ID, { description: 'The customer, of the same estate.' })
  customerId!: string;

  @Field(() => OccupancyCapacityEnum, { description: 'In what capacity.' })
  capacity!: OccupancyCapacity;

  @Field(() => LocalDate, { description: 'First day; 1900 to thirty years ahead.' })
  fromDay!: string;

  @Field(() => LocalDate, {
    description: 'The first day that no longer belongs to it, where it is known; after `fromDay`.',
    nullable: true,
  })
  untilDay?: string | null;
}

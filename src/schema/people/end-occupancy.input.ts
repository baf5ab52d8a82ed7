import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../scalars.js';
import { CommandFields } from '../command-fields.js';

/** The end of an occupancy. */
@InputType('EndOccupancyInput', {
  description: 'The end of an occupancy; an end that has not come yet can be moved (D-30).',
})
export class EndOccupancyInput extends CommandFields {
  @Field(() => ID, { description: 'The occupancy.' })
  occupancyId!: string;

  @Field(() => LocalDate, {
    description: 'The first day that no longer belongs to it; after its first day, at most thirty years ahead.',
  })
  untilDay!: string;
}

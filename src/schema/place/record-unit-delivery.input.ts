import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';

/** The delivery of a unit. */
@InputType('RecordUnitDeliveryInput', {
  description: 'The day on which the developer delivered a unit (交付, D-05); another day corrects it.',
})
export class RecordUnitDeliveryInput extends CommandFields {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => LocalDate, { description: "The day in the estate's zone; 1900 to today." })
  deliveredOn!: string;
}

import { ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { TicketOrder } from '../../domain/ticket/ticket-order.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { TicketFilterInput } from './ticket-filter.input.js';
import { TicketOrderEnum } from './ticket-order.enum.js';

/** A list of tickets and its name. */
@InputType('SaveTicketViewInput', { description: 'A list of tickets and its name.' })
export class SaveTicketViewInput extends CommandFields {
  @TextField({ max: 60, description: "Its name among the viewer's lists." })
  name!: string;

  @Field(() => TicketFilterInput, {
    description: 'What it shows. A text to search by is not kept, since it may name a person.',
  })
  @ValidateNested()
  filter!: TicketFilterInput;

  @Field(() => TicketOrderEnum, { nullable: true, description: 'REPORTED_AT_DESC where nothing is said.' })
  orderBy?: TicketOrder | null;
}

import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { TicketOrder } from '../../domain/ticket/ticket-order.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { TicketFilterInput } from './ticket-filter.input.js';
import { TicketOrderEnum } from './ticket-order.enum.js';

/** What is to be otherwise about a named list. */
@InputType('ChangeTicketViewInput', { description: 'What is to be otherwise about a named list of tickets.' })
export class ChangeTicketViewInput extends CommandFields {
  @Field(() => ID, { description: 'Which.' })
  viewId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT with `currentVersion`.',
  })
  expectedVersion?: number | null;

  @TextField({ nullable: true, max: 60, description: 'Another name; it stays where nothing is said.' })
  name?: string | null;

  @Field(() => TicketFilterInput, {
    nullable: true,
    description: 'What it shows instead; it stays where nothing is said. A text to search by is not kept.',
  })
  @ValidateNested()
  filter?: TicketFilterInput | null;

  @Field(() => TicketOrderEnum, { nullable: true, description: 'Another order; it stays where nothing is said.' })
  orderBy?: TicketOrder | null;
}

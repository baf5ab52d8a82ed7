import { ArrayMaxSize, ArrayMinSize, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { StandardCategory } from '../../domain/category/standard-category.js';
import { TICKET_KINDS, type TicketKind } from '../../domain/ticket/ticket-kind.js';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { TicketKindEnum } from '../ticket/ticket-kind.enum.js';
import { StandardCategoryEnum } from './standard-category.enum.js';

const MOST = TICKET_KINDS.length;

/** A category to be added to the tree. */
@InputType('CreateCategoryInput', { description: "A category to be added to the company's tree." })
export class CreateCategoryInput extends CommandFields {
  @Field(() => ID, { nullable: true, description: 'The category above it; absent: the top of the tree.' })
  parentId?: string | null;

  @TextField({ max: 32, description: 'Short code: letters, digits, dots and hyphens; unique within the company.' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, { message: 'must be letters, digits, dots and hyphens' })
  code!: string;

  @TextField({ max: 100, description: 'Name in English.' })
  name!: string;

  @TextField({ max: 100, description: 'Name in Chinese.' })
  nameZh!: string;

  @Field(() => [TicketKindEnum], { description: 'The kinds of tickets that may be put into it, at least one.' })
  @ArrayMinSize(1, { message: 'must not be empty' })
  @ArrayMaxSize(MOST, { message: `must have at most ${MOST} items` })
  kinds!: TicketKind[];

  @Field(() => StandardCategoryEnum, { description: 'What it is compared by between companies.' })
  standardCode!: StandardCategory;

  @Field(() => LocalDate, { description: 'First day on which it is offered.' })
  activeFrom!: string;
}

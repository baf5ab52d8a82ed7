import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { StandardCategory } from '../../domain/category/standard-category.js';
import { TICKET_KINDS, type TicketKind } from '../../domain/ticket/ticket-kind.js';
import { TextField } from '../text-field.js';
import { TicketKindEnum } from '../ticket/ticket-kind.enum.js';
import { CategoryStepInput } from './category-step.input.js';
import { StandardCategoryEnum } from './standard-category.enum.js';

const MOST = TICKET_KINDS.length;

/** What changes about a category. */
@InputType('UpdateCategoryInput', { description: 'What changes about a category; what is absent stays.' })
export class UpdateCategoryInput extends CategoryStepInput {
  @TextField({ max: 100, nullable: true, description: 'Name in English.' })
  name?: string | null;

  @TextField({ max: 100, nullable: true, description: 'Name in Chinese.' })
  nameZh?: string | null;

  @Field(() => [TicketKindEnum], { nullable: true, description: 'The kinds of tickets that may be put into it.' })
  @IsOptional()
  @ArrayMinSize(1, { message: 'must not be empty' })
  @ArrayMaxSize(MOST, { message: `must have at most ${MOST} items` })
  kinds?: TicketKind[] | null;

  @Field(() => StandardCategoryEnum, { nullable: true, description: 'What it is compared by between companies.' })
  standardCode?: StandardCategory | null;
}

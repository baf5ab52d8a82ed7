import { Field, InputType } from 'type-graphql';
import { LocalDate } from '../scalars.js';
import { CategoryStepInput } from './category-step.input.js';

/** Until when a category is offered. */
@InputType('RetireCategoryInput', { description: 'Until when a category is offered, with all below it.' })
export class RetireCategoryInput extends CategoryStepInput {
  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day on which it is no longer offered; null offers it again, by itself.',
  })
  activeUntil?: string | null;
}

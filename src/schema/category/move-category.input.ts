import { Field, ID, InputType } from 'type-graphql';
import { CategoryStepInput } from './category-step.input.js';

/** Where a category goes. */
@InputType('MoveCategoryInput', { description: 'Where a category goes, with all below it.' })
export class MoveCategoryInput extends CategoryStepInput {
  @Field(() => ID, { nullable: true, description: 'The category above it; absent or null: the top of the tree.' })
  parentId?: string | null;
}

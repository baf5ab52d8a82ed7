import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** What every change of a category takes. */
@InputType({ description: 'What every change of a category takes.' })
export abstract class CategoryStepInput extends CommandFields {
  @Field(() => ID, { description: 'The category.' })
  categoryId!: string;

  @Field(() => Int, {
    description: 'The version that the change is based on; CONFLICT when it is no longer the current one.',
  })
  expectedVersion!: number;
}

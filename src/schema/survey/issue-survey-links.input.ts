import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Hands out links. */
@InputType({ description: 'Hands out the links of forms, to print or to send (R-SAT-02).' })
export class IssueSurveyLinksInput extends CommandFields {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => [ID], { description: 'The forms, 1 to 200.' })
  @ArrayMinSize(1, { message: 'must have at least 1 item' })
  @ArrayMaxSize(200, { message: 'must have at most 200 items' })
  formIds!: string[];
}

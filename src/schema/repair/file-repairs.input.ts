import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Files the repairs of a month. */
@InputType({ description: 'Files the repairs of a month that have been called back (R-RPR-18).' })
export class FileRepairsInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => String, { description: 'The month, which is over: 2026-10.' })
  month!: string;
}

import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { DateTime } from '../scalars.js';

/** That somebody has looked after a marked person or unit. */
@InputType('RecordCareCheckInput', {
  description: 'That somebody has looked after a marked person or unit (R-ORG-34).',
})
export class RecordCareCheckInput extends CommandFields {
  @Field(() => ID, { description: 'The mark.' })
  careMarkId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When, for what is entered late; now where nothing is said. Never in the future.',
  })
  occurredAt?: Date | null;
}

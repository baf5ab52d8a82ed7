import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';

/** A deputy who ends earlier. */
@InputType('EndDeputyInput', { description: 'A deputy who ends earlier than named (Q-43).' })
export class EndDeputyInput extends CommandFields {
  @Field(() => ID, { description: 'The `Deputy`.' })
  deputyshipId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => LocalDate, {
    description: 'The first day that no longer belongs to it: today or later, not after the present end.',
  })
  untilDay!: string;
}

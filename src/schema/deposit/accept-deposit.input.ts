import { Field, InputType } from 'type-graphql';
import { LocalDate } from '../scalars.js';
import { DepositStepInput } from './deposit-step.input.js';

/** What a deposit secures is in order. */
@InputType({ description: 'What a deposit secures was found in order.' })
export class AcceptDepositInput extends DepositStepInput {
  @Field(() => LocalDate, { nullable: true, description: 'On which day, not ahead; today where nothing is said.' })
  acceptedOn?: string | null;
}

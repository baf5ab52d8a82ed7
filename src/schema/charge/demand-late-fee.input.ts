import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Of which charge lateness is to be paid for. */
@InputType({ description: 'Of which charge lateness is to be paid for (D-22).' })
export class DemandLateFeeInput extends CommandFields {
  @Field(() => ID, { description: 'The charge that is paid late.' })
  chargeId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}

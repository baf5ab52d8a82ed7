import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';
import { TextListField } from '../text-field.js';

/** What is to be billed. */
@InputType('StartBillRunInput', { description: 'What is to be billed.' })
export class StartBillRunInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => LocalDate, { description: 'The first day of the first month.' })
  fromMonth!: string;

  @Field(() => Int, { nullable: true, description: 'How many months, 1 to 12; one where nothing is said.' })
  months?: number | null;

  @TextListField({
    nullable: true,
    most: 100,
    max: 100,
    description: 'By which tariffs; all of the estate where nothing is said.',
  })
  tariffCodes?: string[] | null;
}

/** What a word on a previewed run takes. */
@InputType({ description: 'What a word on a previewed run takes.' })
abstract class BillRunStepFields extends CommandFields {
  @Field(() => ID, { description: 'The run.' })
  runId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}

/** Which run is confirmed. */
@InputType('ConfirmBillRunInput', { description: 'Which run may charge.' })
export class ConfirmBillRunInput extends BillRunStepFields {}

/** Which run is called off. */
@InputType('CancelBillRunInput', { description: 'Which run is called off.' })
export class CancelBillRunInput extends BillRunStepFields {}

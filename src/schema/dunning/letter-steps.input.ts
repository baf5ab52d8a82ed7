import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { DateTime, LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';

/** To whom lawyer's letters are sent. */
@InputType({ description: 'To whom lawyer’s letters are sent.' })
export class ProposeLawyerLettersInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => [ID], { description: 'Dunning cases of it, 1 to 200.' })
  @ArrayMinSize(1, { message: 'must have at least 1 item' })
  @ArrayMaxSize(200, { message: 'must have at most 200 items' })
  caseIds!: string[];
}

/** To whom lawyer's letters are sent, as it is asked again. */
@InputType({ description: 'To whom lawyer’s letters are sent, as it is asked again.' })
export class ResubmitLawyerLettersInput extends CommandFields {
  @Field(() => ID, { description: 'The approval that was sent back.' })
  approvalId!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the approval that the client has seen.' })
  expectedVersion?: number | null;

  @Field(() => [ID], { description: 'Dunning cases of the estate, 1 to 200.' })
  @ArrayMinSize(1, { message: 'must have at least 1 item' })
  @ArrayMaxSize(200, { message: 'must have at most 200 items' })
  caseIds!: string[];
}

/** Which list, as the client has seen it. */
@InputType({ description: 'Which list, as the client has seen it.' })
export abstract class ListInput extends CommandFields {
  @Field(() => ID, { description: 'The list.' })
  listId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}

/** Which list is filed. */
@InputType({ description: 'Which list is filed.' })
export class FileLawyerLettersInput extends ListInput {
  @TextField({ max: 60, description: 'Under which number.' })
  fileNumber!: string;
}

/** Which letters were sent. */
@InputType({ description: 'Which letters were sent, and by whom.' })
export class SendLawyerLettersInput extends ListInput {
  @TextField({
    max: 100,
    nullable: true,
    description: 'The law firm; where the policy P-41 has one issue them, and nowhere else (R-DUN-11).',
  })
  lawFirm?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When; today where nothing is said.' })
  sentOn?: string | null;
}

/** Which households stand on the board. */
@InputType({ description: 'Which households stand on the board in the lobby.' })
export class ProposeDebtorListInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => [ID], { description: 'Dunning cases of it, 1 to 200.' })
  @ArrayMinSize(1, { message: 'must have at least 1 item' })
  @ArrayMaxSize(200, { message: 'must have at most 200 items' })
  caseIds!: string[];
}

/** Which list stands on the board. */
@InputType({ description: 'Which list stands on the board.' })
export class PostDebtorListInput extends ListInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether a notary has witnessed it; no where nothing is said.' })
  notarised?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was posted up, for what is entered late.' })
  occurredAt?: Date | null;
}

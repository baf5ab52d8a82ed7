import { Field, ID, InputType, Int } from 'type-graphql';
import type { FeedbackMode } from '../../domain/liaison-letter/letter-source.js';
import { CommandFields } from '../command-fields.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { LiaisonFeedbackModeEnum } from './liaison-letter-source.enum.js';

/** What every step of a letter takes. */
@InputType({ description: 'What every step of a letter takes.' })
abstract class LiaisonLetterStepInput extends CommandFields {
  @Field(() => ID, { description: 'The letter.' })
  letterId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}

/** Other words. */
@InputType('ReviseLiaisonLetterInput', { description: 'The words of a draft, all of them.' })
export class ReviseLiaisonLetterInput extends LiaisonLetterStepInput {
  @TextField({ max: 200, description: 'What it is about, in a line.' })
  subject!: string;

  @TextField({ max: 4000, multiline: true, description: 'What cannot be solved, and why.' })
  matter!: string;

  @TextField({ max: 4000, multiline: true, nullable: true, description: 'What the centre would do.' })
  proposal?: string | null;
}

/** That a letter is sent. */
@InputType('SendLiaisonLetterInput', { description: 'That a letter is sent to the quality department.' })
export class SendLiaisonLetterInput extends LiaisonLetterStepInput {}

/** To whom a letter is passed. */
@InputType('PassLiaisonLetterInput', { description: 'To which department of the company a letter is passed.' })
export class PassLiaisonLetterInput extends LiaisonLetterStepInput {
  @Field(() => ID, { description: 'The department: one of the company, not of an estate.' })
  departmentId!: string;
}

/** What the company answers. */
@InputType('AnswerLiaisonLetterInput', { description: 'What the company answers.' })
export class AnswerLiaisonLetterInput extends LiaisonLetterStepInput {
  @TextField({ max: 4000, multiline: true, description: 'The answer.' })
  answer!: string;
}

/** Why an answer is not enough. */
@InputType('DisputeLiaisonAnswerInput', { description: 'Why the centre cannot do with the answer.' })
export class DisputeLiaisonAnswerInput extends LiaisonLetterStepInput {
  @TextField({ max: 2000, multiline: true, description: 'Why.' })
  reason!: string;
}

/** How the owner was told. */
@InputType('CloseLiaisonLetterInput', { description: 'How the owner was told of the answer (R-ORG-17).' })
export class CloseLiaisonLetterInput extends LiaisonLetterStepInput {
  @Field(() => LiaisonFeedbackModeEnum, { description: 'How.' })
  mode!: FeedbackMode;

  @TextField({ max: 2000, multiline: true, nullable: true, description: 'What the owner said.' })
  feedback?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the owner was told, for what is entered late; not before the answer.',
  })
  occurredAt?: Date | null;
}

/** That a letter is taken back. */
@InputType('WithdrawLiaisonLetterInput', { description: 'That a letter is taken back, and why.' })
export class WithdrawLiaisonLetterInput extends LiaisonLetterStepInput {
  @TextField({ max: 500, description: 'Why.' })
  reason!: string;
}

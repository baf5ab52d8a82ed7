import { Field, ID, InputType, Int } from 'type-graphql';
import type { FindingCategory } from '../../domain/inspection/inspection-kind.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { ChecklistVerdictEnum, FindingCategoryEnum } from './inspection.enums.js';

const SEEN = 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.';

/** What every step of an inspection takes. */
@InputType({ description: 'What every step of an inspection takes.' })
abstract class InspectionStepInput extends CommandFields {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;

  @Field(() => Int, { nullable: true, description: SEEN })
  expectedVersion?: number | null;
}

/** What every look at something takes. */
@InputType({ description: 'What every look at something takes.' })
abstract class InspectionItemInput extends CommandFields {
  @Field(() => ID, { description: 'What is looked at.' })
  itemId!: string;

  @Field(() => Int, { nullable: true, description: SEEN })
  expectedVersion?: number | null;

  @TextField({ max: 2000, multiline: true, nullable: true, description: 'What was seen or heard.' })
  note?: string | null;
}

/** What a customer said. */
@InputType('RecordVerificationInput', { description: 'What a customer said about a record that was drawn.' })
export class RecordVerificationInput extends InspectionItemInput {
  @Field(() => Boolean, { description: 'Whether the customer was reached; where not, nothing else is said.' })
  reached!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether anybody called back about the ticket, or the visit took place.',
  })
  happened?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the ticket is solved; not said of visits.' })
  solved?: boolean | null;
}

/** How a point stands. */
@InputType('JudgeChecklistPointInput', { description: 'How a point of a checklist stands; a failure has a note.' })
export class JudgeChecklistPointInput extends InspectionItemInput {
  @Field(() => ChecklistVerdictEnum, { description: 'How it stands.' })
  verdict!: 'PASSED' | 'FAILED' | 'NOT_APPLICABLE';
}

/** What is wrong. */
@InputType('AddInspectionFindingInput', { description: 'What an inspection found to be wrong.' })
export class AddInspectionFindingInput extends InspectionStepInput {
  @Field(() => ID, { nullable: true, description: 'What showed it; left out for what was seen beside.' })
  itemId?: string | null;

  @Field(() => FindingCategoryEnum, { description: 'What kind of thing is wrong.' })
  category!: FindingCategory;

  @TextField({ max: 2000, multiline: true, description: 'What is wrong.' })
  problem!: string;
}

/** That the estate sees it. */
@InputType('PublishInspectionInput', { description: 'That the estate sees an inspection.' })
export class PublishInspectionInput extends InspectionStepInput {}

/** That it does not take place. */
@InputType('CallOffInspectionInput', { description: 'That an inspection does not take place.' })
export class CallOffInspectionInput extends InspectionStepInput {}

import { Field, ID, InputType, Int } from 'type-graphql';
import type { ReportKind } from '../../domain/report/report-kind.js';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { ReportKindEnum } from './report.enums.js';

/** A report that is drafted. */
@InputType('DraftReportInput', { description: 'Which report is drafted, where the program has not yet.' })
export class DraftReportInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => ReportKindEnum, { description: 'What it is about.' })
  kind!: ReportKind;

  @Field(() => LocalDate, { description: 'Any day of its period, which is over.' })
  day!: string;
}

/** What every step of a report takes. */
@InputType({ description: 'What every step of a report takes.' })
abstract class ReportStepInput extends CommandFields {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}

/** The words of a report. */
@InputType('WriteReportInput', {
  description: 'The words of a report that is a draft or came back; what is not named stays, null takes a part out.',
})
export class WriteReportInput extends ReportStepInput {
  @TextField({ max: 10000, multiline: true, nullable: true, description: 'What the period came to.' })
  summary?: string | null;

  @TextField({ max: 10000, multiline: true, nullable: true, description: 'What went wrong, and why.' })
  problems?: string | null;

  @TextField({ max: 10000, multiline: true, nullable: true, description: 'What is done about it.' })
  measures?: string | null;

  @TextField({ max: 10000, multiline: true, nullable: true, description: 'What would be better.' })
  suggestions?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its figures are drawn anew, as they were known at the end of yesterday.',
  })
  redraw?: boolean | null;
}

/** A report that is handed in. */
@InputType('SubmitReportInput', { description: 'A report that is handed in.' })
export class SubmitReportInput extends ReportStepInput {}

/** A report that is approved. */
@InputType('ApproveReportInput', { description: 'A report that is approved, never by who handed it in (R-ORG-68).' })
export class ApproveReportInput extends ReportStepInput {
  @TextField({ max: 2000, multiline: true, nullable: true, description: 'What is to be done.' })
  remark?: string | null;
}

/** A report that goes back. */
@InputType('ReturnReportInput', { description: 'A report that goes back, never by who handed it in (R-ORG-68).' })
export class ReturnReportInput extends ReportStepInput {
  @TextField({ max: 2000, multiline: true, description: 'Why.' })
  reason!: string;
}

import { Field, ID, InputType } from 'type-graphql';
import type { SummaryPeriod } from '../../domain/owner-visit/visit-summary.js';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { VisitSummaryPeriodEnum } from './visit-summary-period.enum.js';

/** A summary that is handed in. */
@InputType('SubmitVisitSummaryInput', { description: 'A summary of visits that is handed in (R-VIS-19, R-VIS-29).' })
export class SubmitVisitSummaryInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => VisitSummaryPeriodEnum, { description: 'What it is about.' })
  period!: SummaryPeriod;

  @Field(() => LocalDate, { description: 'Any day of the month or quarter, which is over.' })
  day!: string;

  @TextField({
    max: 10000,
    multiline: true,
    description: 'The words of the author; the figures come from the records.',
  })
  text!: string;
}

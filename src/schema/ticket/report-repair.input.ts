import { Field, InputType } from 'type-graphql';
import type { Urgency } from '../../domain/ticket/urgency.js';
import { ReportInput } from './report.input.js';
import { UrgencyEnum } from './urgency.enum.js';

/** What somebody reports as defective. */
@InputType({ description: 'A report of a defect (R-RPR-03).' })
export class ReportRepairInput extends ReportInput {
  @Field(() => UrgencyEnum, { description: 'Ordinary or emergency (R-RPR-08).' })
  urgency!: Urgency;
}

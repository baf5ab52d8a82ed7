import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { ReportInput } from '../ticket/report.input.js';

/** What a customer wants to know. */
@InputType({ description: 'What a customer wants to know (咨询).' })
export class RecordEnquiryInput extends ReportInput {
  @TextField({
    nullable: true,
    max: 4000,
    multiline: true,
    description: 'What the customer was told at once (R-REC-11); needs `ticket.answer`.',
  })
  answer?: string | null;
}

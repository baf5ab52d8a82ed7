import { Field, InputType } from 'type-graphql';
import type { Satisfaction } from '../../domain/callback/callback-answer.js';
import { SatisfactionEnum } from '../callback/satisfaction.enum.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** What a resident says of a finished repair. */
@InputType({
  description: 'Rates a finished repair in the app; what is not solved or not good opens it again (R-CBK-03).',
})
export class RateRepairInput extends TicketStepInput {
  @Field(() => Boolean, { description: 'Whether it is fixed.' })
  solved!: boolean;

  @Field(() => SatisfactionEnum, { description: 'How satisfied the resident is (R-RPR-22).' })
  satisfaction!: Satisfaction;

  @TextField({ max: 1000, multiline: true, nullable: true, description: 'What there is to say about it.' })
  remark?: string | null;
}

import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { HandoverStepInput } from './handover-step.input.js';

/** Cash that was banked directly. */
@InputType({ description: 'The cash of the own sheet, banked directly.' })
export class BankHandoverInput extends HandoverStepInput {
  @TextField({ max: 64, description: "The number of the bank's slip." })
  bankReference!: string;
}

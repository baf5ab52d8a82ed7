import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { ContactStepInput } from './contact-step.input.js';

/** What the customer was told in the end. */
@InputType({ description: 'Closes an entry whose result was fed back (R-DSP-04).' })
export class CloseContactInput extends ContactStepInput {
  @TextField({ max: 4000, multiline: true, description: 'What the customer was told.' })
  feedback!: string;
}

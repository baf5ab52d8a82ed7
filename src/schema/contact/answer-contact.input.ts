import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { ContactStepInput } from './contact-step.input.js';

/** What the customer was told at once. */
@InputType({ description: 'Records what the customer was told at once (R-REC-11).' })
export class AnswerContactInput extends ContactStepInput {
  @TextField({ max: 4000, multiline: true, description: 'What the customer was told.' })
  feedback!: string;
}

import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { ObligationStepInput } from './obligation-step.input.js';

/** An obligation that somebody is let off. */
@InputType('WaiveObligationInput', { description: 'An obligation that somebody is let off (R-ORG-68).' })
export class WaiveObligationInput extends ObligationStepInput {
  @TextField({ max: 500, description: 'Why; shown to staff.' })
  reason!: string;
}

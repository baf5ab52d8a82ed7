import { InputType } from 'type-graphql';
import { DepositStepInput } from './deposit-step.input.js';

/** A deposit that was none. */
@InputType({ description: 'A deposit that was none: a wrong sum, another payer, entered twice.' })
export class CancelDepositInput extends DepositStepInput {}

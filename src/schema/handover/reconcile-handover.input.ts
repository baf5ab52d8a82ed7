import { IsOptional } from 'class-validator';
import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { HandoverStepInput } from './handover-step.input.js';

/** A sheet that is compared. */
@InputType({ description: 'A sheet that the accountant compares with vouchers and books.' })
export class ReconcileHandoverInput extends HandoverStepInput {
  @IsOptional()
  @TextField({
    max: 500,
    nullable: true,
    description: 'Why vouchers, money and books differ: then it is needed (R-CSH-03).',
  })
  note?: string | null;
}

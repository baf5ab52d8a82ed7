import { Field, ID, InputType, Int } from 'type-graphql';
import type { ErasureGround, ErasureRefusal } from '../../domain/privacy/erasure.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { ErasureGroundEnum, ErasureRefusalEnum } from './erasure.enums.js';

/** Whose data are to be erased, and on what ground. */
@InputType('RequestErasureInput', { description: 'Whose data are to be erased, and on what ground.' })
export class RequestErasureInput extends CommandFields {
  @Field(() => ID, { description: 'The customer.' })
  customerId!: string;

  @Field(() => ErasureGroundEnum, { description: 'On what ground.' })
  ground!: ErasureGround;

  @TextField({ max: 500, nullable: true, description: 'What is to be known about it; gone once erased.' })
  note?: string | null;
}

/** Which request, as the asker saw it. */
@InputType({ description: 'Which request to erase, as you saw it.' })
abstract class ErasureDecisionFields extends CommandFields {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field(() => Int, { description: 'The version that you saw; CONFLICT when it is no longer the current one.' })
  expectedVersion!: number;
}

/** Which request is granted. */
@InputType('CarryOutErasureInput', { description: 'Which request to erase is granted and carried out at once.' })
export class CarryOutErasureInput extends ErasureDecisionFields {}

/** Which request is refused, and why. */
@InputType('RefuseErasureInput', { description: 'Which request to erase is refused, and why.' })
export class RefuseErasureInput extends ErasureDecisionFields {
  @Field(() => ErasureRefusalEnum, { description: 'Why.' })
  refusal!: ErasureRefusal;
}

/** Which request is taken back. */
@InputType('WithdrawErasureInput', { description: 'Which request to erase is taken back.' })
export class WithdrawErasureInput extends ErasureDecisionFields {}

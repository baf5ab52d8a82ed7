import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';

/** What every step of an approval takes. */
@InputType({ description: 'What every step of an approval takes.' })
export abstract class ApprovalStepFields extends CommandFields {
  @Field(() => ID, { description: 'The approval.' })
  approvalId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}

/** A review that is passed. */
@InputType('ReviewApprovalInput', { description: 'What was reviewed and is passed on.' })
export class ReviewApprovalInput extends ApprovalStepFields {}

/** What is approved. */
@InputType('GrantApprovalInput', { description: 'What is approved.' })
export class GrantApprovalInput extends ApprovalStepFields {}

/** What is taken back. */
@InputType('WithdrawApprovalInput', { description: 'What is taken back by who has prepared it.' })
export class WithdrawApprovalInput extends ApprovalStepFields {}

/** What is sent back, and why. */
@InputType('SendBackApprovalInput', { description: 'What is sent back to who has prepared it, and why (Q-18).' })
export class SendBackApprovalInput extends ApprovalStepFields {
  @TextField({ max: 1000, multiline: true, description: 'Why; shown to whoever sees the approval.' })
  reason!: string;
}

import { Field, ID, InputType, Int } from 'type-graphql';
import { TextField } from '../text-field.js';
import { PolicyChangeFields } from './change-policy.input.js';

/** A change of a policy that is proposed. */
@InputType('ProposePolicyChangeInput', {
  description: 'A change of a policy that is proposed for approval (R-ORG-68).',
})
export class ProposePolicyChangeInput extends PolicyChangeFields {
  @TextField({ max: 20, description: 'The policy: `P-18`.' })
  key!: string;

  @Field(() => ID, { nullable: true, description: 'The estate that it is for; the company where nothing is said.' })
  estateId?: string | null;
}

/** A proposal that was sent back and is submitted again. */
@InputType('ResubmitPolicyChangeInput', {
  description: 'A proposal that was sent back and is submitted again, as it was or changed (Q-18).',
})
export class ResubmitPolicyChangeInput extends PolicyChangeFields {
  @Field(() => ID, { description: 'The approval that was sent back.' })
  approvalId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { ApprovalVerdictEnum } from './approval-verdict.enum.js';

/** One step of an approval. */
@ObjectType('ApprovalDecision', { simpleResolvers: true, description: 'One step of an approval; never changed.' })
export class ApprovalDecisionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'The submission that it belongs to.' })
  round!: number;

  @Field(() => ApprovalVerdictEnum, { description: 'What was done.' })
  verdict!: keyof typeof ApprovalVerdictEnum;

  @Field(() => String, { nullable: true, description: 'Why it was sent back; null otherwise.' })
  reason!: string | null;

  @Field(() => DateTime, { description: 'When.' })
  decidedAt!: Date;
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ApprovalState } from '../../domain/approval/approval-life.js';
import type { ApprovalSubjectKind } from '../../domain/approval/approval-route.js';
import { DateTime } from '../scalars.js';
import { ApprovalStateEnum } from './approval-state.enum.js';
import { ApprovalSubjectKindEnum } from './approval-subject-kind.enum.js';

/** Something that one person has prepared and others review and approve. */
@ObjectType('Approval', {
  simpleResolvers: true,
  description: 'Something that one person has prepared and others review and approve; persons are compared (R-ORG-68).',
})
export class ApprovalType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ApprovalSubjectKindEnum, { description: 'What is to be approved.' })
  subjectKind!: ApprovalSubjectKind;

  @Field(() => ApprovalStateEnum, { description: 'Where it stands.' })
  state!: ApprovalState;

  @Field(() => String, {
    nullable: true,
    description: 'The action that the present step waits for; null while nobody but the preparer can do anything.',
  })
  awaitedAction!: string | null;

  @Field(() => Int, { description: 'How often it was submitted.' })
  round!: number;

  @Field(() => DateTime, { description: 'When it was submitted last.' })
  preparedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was approved or withdrawn; null until then.' })
  decidedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every step; give it back as `expectedVersion`.' })
  version!: number;
}

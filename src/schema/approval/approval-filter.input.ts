import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ApprovalState } from '../../domain/approval/approval-life.js';
import type { ApprovalSubjectKind } from '../../domain/approval/approval-route.js';
import { ApprovalStateEnum } from './approval-state.enum.js';
import { ApprovalSubjectKindEnum } from './approval-subject-kind.enum.js';

/** Which approvals a list shows. */
@InputType('ApprovalFilter', { description: 'Which approvals a list shows: those that meet every condition given.' })
export class ApprovalFilterInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that the viewer may decide now, by own roles or as a deputy (R-ORG-68, Q-43).',
  })
  waitingForMe?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those that the viewer has prepared.' })
  preparedByMe?: boolean | null;

  @Field(() => [ApprovalStateEnum], { nullable: true, description: 'In these states.' })
  states?: ApprovalState[] | null;

  @Field(() => [ApprovalSubjectKindEnum], { nullable: true, description: 'About these kinds of things.' })
  subjectKinds?: ApprovalSubjectKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 ids' })
  estateIds?: string[] | null;
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CorrectiveActionKind } from '../../domain/corrective-action/action-kind.js';
import type { ActionSource } from '../../domain/corrective-action/action-source.js';
import type { ActionStage } from '../../domain/corrective-action/action-stage.js';
import { DateTime, LocalDate } from '../scalars.js';
import { CorrectiveActionKindEnum } from './corrective-action-kind.enum.js';
import { CorrectiveActionSourceEnum } from './corrective-action-source.enum.js';
import { CorrectiveActionStageEnum } from './corrective-action-stage.enum.js';

/** A corrective action as clients see it; estate, people, source and reports are fields of the resolver. */
@ObjectType('CorrectiveAction', {
  simpleResolvers: true,
  description:
    'A corrective or preventive action (纠正预防措施): what is wrong, why, what is done about it, by whom and by when (R-CMP-20, R-SAT-04).',
})
export class CorrectiveActionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CorrectiveActionKindEnum, { description: 'Whether it puts right or prevents.' })
  kind!: CorrectiveActionKind;

  @Field(() => CorrectiveActionStageEnum, { description: 'Where it stands.' })
  stage!: ActionStage;

  @Field(() => CorrectiveActionSourceEnum, { description: 'What kind of thing it came of.' })
  sourceKind!: ActionSource;

  @Field(() => ID, { description: 'Id of the thing that it came of.' })
  sourceId!: string;

  @Field(() => String, { description: 'What is wrong, or could go wrong.' })
  problem!: string;

  @Field(() => String, { nullable: true, description: 'Why; null until it is planned.' })
  cause!: string | null;

  @Field(() => String, { nullable: true, description: 'What is done about it; null until it is planned.' })
  measure!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'By the end of this day of the estate, or of the company for its own; null until it is planned.',
  })
  dueDay!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'The end of that day: the instant itself is still in time.' })
  dueAt!: Date | null;

  @Field(() => Boolean, { description: 'It is to be done, and its due day is over.' })
  overdue!: boolean;

  @Field(() => DateTime, { description: 'When somebody said what is wrong.' })
  raisedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is owed: planned, or opened again.' })
  plannedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was done, by the word of the owner; null while it is to be done, also again.',
  })
  doneAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When somebody else saw that it holds.' })
  verifiedAt!: Date | null;

  @Field(() => Int, { description: 'How often it had to be done again (R-ORG-25).' })
  reopenings!: number;

  @Field(() => Int, { description: 'How often its due day was put off before it came (D-27).' })
  postponements!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was called off.' })
  cancelledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  cancelReason!: string | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

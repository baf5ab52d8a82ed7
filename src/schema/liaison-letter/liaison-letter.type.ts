import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { FeedbackMode, LetterSource } from '../../domain/liaison-letter/letter-source.js';
import type { LetterStage } from '../../domain/liaison-letter/letter-stage.js';
import { connectionOf } from '../connection.js';
import { DateTime } from '../scalars.js';
import { LiaisonFeedbackModeEnum, LiaisonLetterSourceEnum } from './liaison-letter-source.enum.js';
import { LiaisonLetterStageEnum } from './liaison-letter-stage.enum.js';

/** A letter as clients see it; words, estate, people, source and answers are fields of the resolver. */
@ObjectType('LiaisonLetter', {
  simpleResolvers: true,
  description:
    'A work liaison letter (工作联系函): what an estate cannot solve, with its proposal, on its way through the quality department and back (R-ESC-01 to R-ESC-04).',
})
export class LiaisonLetterType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Its number, unique on the estate, counted by year.' })
  number!: string;

  @Field(() => LiaisonLetterStageEnum, { description: 'Where it stands.' })
  stage!: LetterStage;

  @Field(() => LiaisonLetterSourceEnum, { description: 'What kind of thing it is about.' })
  sourceKind!: LetterSource;

  @Field(() => ID, { nullable: true, description: 'Id of the thing that it is about; null for something else.' })
  sourceId!: string | null;

  @Field(() => DateTime, { description: 'When it was drafted.' })
  draftedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was sent; null for a draft.' })
  sentAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'By when head office owes an answer (Q-27); counted anew when an answer was not enough.',
  })
  dueAt!: Date | null;

  @Field(() => Boolean, { description: 'It waits for an answer, and that instant has passed.' })
  overdue!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole days from its sending to the answer that stands, or until now; null for a draft.',
  })
  ageDays!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was passed to another department (R-ESC-04).' })
  passedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered; null while it waits, also again.' })
  answeredAt!: Date | null;

  @Field(() => Int, { description: 'How often an answer was not enough.' })
  disputes!: number;

  @Field(() => LiaisonFeedbackModeEnum, { nullable: true, description: 'How the owner was told; null until then.' })
  feedbackMode!: FeedbackMode | null;

  @Field(() => DateTime, { nullable: true, description: 'When the owner was told, and the letter closed (R-ORG-17).' })
  closedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back.' })
  withdrawnAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

/** A page of letters. */
export const LiaisonLetterConnection = connectionOf<LiaisonLetterType>('LiaisonLetter', () => LiaisonLetterType);

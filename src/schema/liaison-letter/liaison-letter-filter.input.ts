import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { LetterSource } from '../../domain/liaison-letter/letter-source.js';
import type { LetterStage } from '../../domain/liaison-letter/letter-stage.js';
import { DateTime } from '../scalars.js';
import { LiaisonLetterSourceEnum } from './liaison-letter-source.enum.js';
import { LiaisonLetterStageEnum } from './liaison-letter-stage.enum.js';

/** Which letters. */
@InputType('LiaisonLetterFilter', {
  description: 'Which letters; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class LiaisonLetterFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Of these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [LiaisonLetterStageEnum], { nullable: true, description: 'That stand so.' })
  stages?: LetterStage[] | null;

  @Field(() => [LiaisonLetterSourceEnum], { nullable: true, description: 'About things of these kinds.' })
  sourceKinds?: LetterSource[] | null;

  @Field(() => ID, { nullable: true, description: 'About this thing.' })
  sourceId?: string | null;

  @Field(() => ID, { nullable: true, description: 'That lie, or lay last, with this department.' })
  departmentId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that should have been answered; false does not narrow.',
  })
  overdue?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Sent at this instant or later.' })
  sentFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Sent before this instant.' })
  sentBefore?: Date | null;
}

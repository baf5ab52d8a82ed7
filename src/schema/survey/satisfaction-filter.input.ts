import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { SatisfactionSource } from '../../domain/survey/satisfaction-source.js';
import type { SurveyDimension } from '../../domain/survey/survey-dimension.js';
import { LocalDate } from '../scalars.js';
import { SatisfactionSourceEnum } from './satisfaction-source.enum.js';
import { SurveyDimensionEnum } from './survey-dimension.enum.js';

/** Which figures of satisfaction. */
@InputType('SatisfactionFilter', {
  description: 'Which figures of satisfaction; conditions hold together. Either `roundId`, or both `from` and `until`.',
})
export class SatisfactionFilterInput {
  @Field(() => [SatisfactionSourceEnum], {
    nullable: true,
    description: 'From these sources; all where nothing is said.',
  })
  sources?: SatisfactionSource[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of this round; callbacks and visits of the period that it asks about.',
  })
  roundId?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Of rounds whose period begins on this day or later, and of callbacks and visits from this day on.',
  })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Likewise before this day; at most 1100 days later.' })
  until?: string | null;

  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of these buildings, at most 1000; broken down by building.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  buildingIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of these stewards, at most 1000; broken down by steward.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  stewardIds?: string[] | null;

  @Field(() => [SurveyDimensionEnum], {
    nullable: true,
    description: 'About these dimensions; without the figure over all of them.',
  })
  @IsOptional()
  @ArrayMaxSize(9, { message: 'must have at most 9 items' })
  dimensions?: SurveyDimension[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Interviews on the telephone too, in figures of surveys by company or estate; no where nothing is said.',
  })
  withTelephone?: boolean | null;
}

import { Field, Int, ObjectType } from 'type-graphql';
import type { SatisfactionSource } from '../../domain/survey/satisfaction-source.js';
import type { SurveyDimension } from '../../domain/survey/survey-dimension.js';
import { Decimal, LocalDate } from '../scalars.js';
import { SatisfactionSourceEnum } from './satisfaction-source.enum.js';
import { ShareType } from './share.type.js';
import { SurveyDimensionEnum } from './survey-dimension.enum.js';

/** Answers by level. */
@ObjectType('SatisfactionLevels', { simpleResolvers: true, description: 'Answers by level (Q-01).' })
export class SatisfactionLevelsType {
  @Field(() => Int, { description: 'Very satisfied (非常满意).' })
  verySatisfied!: number;

  @Field(() => Int, { description: 'Satisfied (满意).' })
  satisfied!: number;

  @Field(() => Int, { description: 'Neither (一般).' })
  neutral!: number;

  @Field(() => Int, { description: 'Dissatisfied (不满意).' })
  dissatisfied!: number;

  @Field(() => Int, { description: 'Very dissatisfied (非常不满意).' })
  veryDissatisfied!: number;
}

/** One figure of satisfaction; places, people and shares of forms are fields of the resolver. */
@ObjectType('SatisfactionFigure', {
  simpleResolvers: true,
  description: 'How satisfied customers are, of one source, with what it is of and what it is compared with.',
})
export class SatisfactionFigureType {
  @Field(() => SatisfactionSourceEnum, { description: 'Where it was said.' })
  source!: SatisfactionSource;

  @Field(() => String, {
    description:
      'Key of the question; OVERALL over the nine dimensions (M-SAT-02), or on the whole where none is asked for.',
  })
  question!: string;

  @Field(() => SurveyDimensionEnum, { nullable: true, description: 'The dimension (M-SAT-01); null for others.' })
  dimension!: SurveyDimension | null;

  @Field(() => String, {
    nullable: true,
    description: 'By MODE: how customers were asked, in the words of their source (`LINK`, `TELEPHONE`, `HOME` …).',
  })
  mode!: string | null;

  @Field(() => LocalDate, { description: 'First day of the period that it is about.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The day after its last.' })
  until!: string;

  @Field(() => ShareType, {
    description: 'Satisfied answers of valid ones: the upper two levels, or by policy (Q-01).',
  })
  rate!: ShareType;

  @Field(() => Boolean, { description: 'Fewer than 30 valid answers (M-SAT-07).' })
  smallSample!: boolean;

  @Field(() => ShareType, {
    nullable: true,
    description: 'The same in the round before, or in the period before (D-24); null where there is none.',
  })
  previous!: ShareType | null;

  @Field(() => Decimal, { nullable: true, description: 'Percentage points since then (M-SAT-07).' })
  change!: string | null;
}

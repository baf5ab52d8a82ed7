import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { SummaryPeriod, SummaryStage } from '../../domain/owner-visit/visit-summary.js';
import { DateTime, LocalDate } from '../scalars.js';
import { VisitSummaryPeriodEnum } from './visit-summary-period.enum.js';
import { VisitSummaryStageEnum } from './visit-summary-stage.enum.js';

/** A summary as clients see it; estate and people are fields of the resolver. */
@ObjectType('VisitSummary', {
  simpleResolvers: true,
  description:
    'What the visits of a month or a quarter came to (客户访谈总结), and what was decided (R-VIS-19, R-VIS-29).',
})
export class VisitSummaryType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => VisitSummaryPeriodEnum, { description: 'What it is about.' })
  period!: SummaryPeriod;

  @Field(() => LocalDate, { description: 'First day of the period.' })
  fromDay!: string;

  @Field(() => VisitSummaryStageEnum, { description: 'Where it stands.' })
  stage!: SummaryStage;

  @Field(() => String, { description: 'The words of the author.' })
  text!: string;

  @Field(() => Int, { description: "Visits of the estate's programme in the period, as it was handed in." })
  visits!: number;

  @Field(() => Int, { description: 'Households among them that count for the quota (R-VIS-05).' })
  households!: number;

  @Field(() => Int, { description: 'Households that the months of the period required.' })
  required!: number;

  @Field(() => Int, { description: 'Things that customers said.' })
  items!: number;

  @Field(() => Int, { description: 'Complaints among them.' })
  complaints!: number;

  @Field(() => Int, { description: 'Visits on which a customer said how satisfied he or she is (R-VIS-27).' })
  answered!: number;

  @Field(() => Int, {
    description: 'Of these the satisfied ones, the first two levels; an auxiliary figure (R-VIS-27).',
  })
  satisfied!: number;

  @Field(() => DateTime, { description: 'When it was handed in.' })
  submittedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided on.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What is to be done (R-VIS-20).' })
  measures!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What goes beyond the centre, with a proposal to head office (R-VIS-20).',
  })
  escalation!: string | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

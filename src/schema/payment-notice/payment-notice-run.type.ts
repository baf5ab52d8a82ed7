import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { NoticeGrouping } from '../../domain/payment-notice/notice-grouping.js';
import type { RunStage } from '../../domain/run-life.js';
import { DateTime, LocalDate } from '../scalars.js';
import { PaymentNoticeGroupingEnum, PaymentNoticeRunStageEnum } from './payment-notice.enums.js';

/** The drawing of an estate's notices; amount, estate and counts are fields of the resolver. */
@ObjectType('PaymentNoticeRun', {
  simpleResolvers: true,
  description:
    'The drawing of an estate’s payment notices for a collection month (批量缴费通知): counted first, then confirmed; it goes on where it stood (R-FEE-03).',
})
export class PaymentNoticeRunType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => LocalDate, { description: 'First day of the collection month, in which charges fall due (Q-11).' })
  month!: string;

  @Field(() => PaymentNoticeGroupingEnum, { description: 'What one notice is over.' })
  grouping!: NoticeGrouping;

  @Field(() => Boolean, { description: 'Whether what is overdue stands on the notices, too.' })
  withArrears!: boolean;

  @Field(() => PaymentNoticeRunStageEnum, { description: 'Where it stands.' })
  stage!: RunStage;

  @Field(() => Int, { description: 'How many payers were dealt with in this stage.' })
  payersDone!: number;

  @Field(() => Int, { description: 'How many notices: counted in a preview, written in a run.' })
  notices!: number;

  @Field(() => DateTime, { description: 'When it was begun.' })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was done or called off.' })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every chunk; give it back as `expectedVersion`.' })
  version!: number;
}

/** How the notices of a run stand. */
@ObjectType('PaymentNoticeCounts', {
  simpleResolvers: true,
  description: 'How the notices of a run stand; those replaced or withdrawn are in `ended` alone.',
})
export class PaymentNoticeCountsType {
  @Field(() => Int, { description: 'Drawn, without the seal.' })
  toSeal!: number;

  @Field(() => Int, { description: 'To be brought: drawn or sealed.' })
  toBring!: number;

  @Field(() => Int, { description: 'Signed for, or left in the letter box.' })
  delivered!: number;

  @Field(() => Int, { description: 'Offered, and refused.' })
  refused!: number;

  @Field(() => Int, { description: 'Brought before the days for it (R-FEE-03).' })
  early!: number;

  @Field(() => Int, { description: 'Brought on the days for it (R-FEE-03).' })
  onTime!: number;

  @Field(() => Int, { description: 'Brought after the days for it (R-FEE-03).' })
  late!: number;

  @Field(() => Int, { description: 'Replaced or withdrawn.' })
  ended!: number;
}

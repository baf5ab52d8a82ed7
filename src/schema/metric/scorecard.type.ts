import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime, Decimal, LocalDate } from '../scalars.js';
import { MetricValueType } from './metric-value.type.js';
import { PeriodType } from './period.type.js';
import { connectionOf } from '../connection.js';

/** Up to where the log stood when figures were read. */
@ObjectType('Watermark', {
  simpleResolvers: true,
  description: 'Up to where the event log stood when the figures were read: everything before is in them.',
})
export class WatermarkType {
  @Field(() => Cursor, { description: 'The position in the log.' })
  cursor!: string;

  @Field(() => DateTime, { description: 'When the last event before it was recorded.' })
  recordedAt!: Date;
}

/** Figures over a scope as one. */
@ObjectType('Scorecard', { description: 'Metrics over all estates of a scope as one: ratios of sums (R-MET-08).' })
export class ScorecardType {
  @Field(() => PeriodType, { description: 'The days.' })
  period!: PeriodType;

  @Field(() => Int, { description: 'How many estates the scope has.' })
  estates!: number;

  @Field(() => LocalDate, { nullable: true, description: 'The day up to whose end it is what was known; null: now.' })
  asKnownOn!: string | null;

  @Field(() => WatermarkType, { description: 'Up to where the figures go.' })
  watermark!: WatermarkType;

  @Field(() => [MetricValueType], { description: 'One an asked metric, in the asked order.' })
  metrics!: MetricValueType[];
}

/** Whether an estate records what happens. */
@ObjectType('DataHealth', { description: 'Whether an estate records what happens (D-25).' })
export class DataHealthType {
  @Field(() => DateTime, { nullable: true, description: 'When it last told of anything; null: never.' })
  lastActivityAt!: Date | null;

  @Field(() => Int, { description: 'Days of the period, up to today, without an entry in the contact log.' })
  silentDays!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Percent of steps entered more than 24 hours after they happened (M-QLT-01); null without steps.',
  })
  lateEntered?: string | null;
}

/** Figures of one estate; the estate is a field of the resolver. */
@ObjectType('EstateScorecard', { description: 'Metrics of one estate, with its place among the others.' })
export class EstateScorecardType {
  @Field(() => Int, {
    nullable: true,
    description:
      'Its place by the asked metric (R-MET-13); null without data, when it is silent, or where nothing was asked to rank by.',
  })
  rank!: number | null;
}

/** A page of estates with their figures. */
export const EstateScorecardConnection = connectionOf('EstateScorecard', () => EstateScorecardType);

/** A figure in a series or breakdown; its edges are fields of the resolver. */
@ObjectType('MetricPoint', { description: 'A metric in one part of a series or breakdown.' })
export class MetricPointType {
  @Field(() => String, {
    nullable: true,
    description:
      'Of the own dimension its word; by category, department or building the id; empty where there is none; null otherwise.',
  })
  segment!: string | null;
}

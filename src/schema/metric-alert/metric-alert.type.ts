import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { AlertCondition, AlertDirection, AlertInterval } from '../../domain/metric-alert/alert-condition.js';
import type { AlertStage } from '../../domain/metric-alert/alert-stage.js';
import { connectionOf } from '../connection.js';
import { DateTime } from '../scalars.js';
import { MetricAlertConditionEnum } from './metric-alert-condition.enum.js';
import { MetricAlertDirectionEnum } from './metric-alert-direction.enum.js';
import { MetricAlertIntervalEnum } from './metric-alert-interval.enum.js';
import { MetricAlertStageEnum } from './metric-alert-stage.enum.js';

/** An alert as clients see it; estate, rule, metric, period, figures and people are fields of the resolver. */
@ObjectType('MetricAlert', {
  simpleResolvers: true,
  description:
    'A figure of an estate broke a rule in a period (指标预警): once a rule, estate and period, with terms and figure as they were then (R-ESC-05).',
})
export class MetricAlertType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => MetricAlertStageEnum, { description: 'Where it stands.' })
  stage!: AlertStage;

  @Field(() => MetricAlertIntervalEnum, { description: 'How long the period is.' })
  interval!: AlertInterval;

  @Field(() => MetricAlertConditionEnum, { description: 'What was broken.' })
  condition!: AlertCondition;

  @Field(() => MetricAlertDirectionEnum, { description: 'Which way was wrong.' })
  direction!: AlertDirection;

  @Field(() => Int, { description: 'In how many periods on end; 1 for a threshold.' })
  periods!: number;

  @Field(() => DateTime, { description: 'When it was raised.' })
  raisedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When somebody said that it is looked after; null until then.',
  })
  acknowledgedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What came of it, in the words of whoever closed it.' })
  closeNote!: string | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

/** A page of alerts. */
export const MetricAlertConnection = connectionOf<MetricAlertType>('MetricAlert', () => MetricAlertType);

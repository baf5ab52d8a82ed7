import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { AlertCondition, AlertDirection, AlertInterval } from '../../domain/metric-alert/alert-condition.js';
import { connectionOf } from '../connection.js';
import { DateTime } from '../scalars.js';
import { MetricAlertConditionEnum } from './metric-alert-condition.enum.js';
import { MetricAlertDirectionEnum } from './metric-alert-direction.enum.js';
import { MetricAlertIntervalEnum } from './metric-alert-interval.enum.js';

/** A rule as clients see it; metric, threshold, estates and people are fields of the resolver. */
@ObjectType('MetricAlertRule', {
  simpleResolvers: true,
  description:
    'When a figure of an estate calls for somebody (指标预警规则), as the quality department has set it up (R-ESC-05).',
})
export class MetricAlertRuleType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => MetricAlertIntervalEnum, { description: 'How long the periods are.' })
  interval!: AlertInterval;

  @Field(() => MetricAlertConditionEnum, { description: 'When it raises.' })
  condition!: AlertCondition;

  @Field(() => MetricAlertDirectionEnum, { description: 'Which way is wrong.' })
  direction!: AlertDirection;

  @Field(() => Int, { description: 'Over how many periods; 1 for a threshold.' })
  periods!: number;

  @Field(() => Int, {
    description: 'A period with a smaller denominator says nothing; 0 where the metric has none.',
  })
  atLeast!: number;

  @Field(() => DateTime, { description: 'When it was set up.' })
  setUpAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was stopped; null while it raises.' })
  stoppedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

/** A page of rules. */
export const MetricAlertRuleConnection = connectionOf<MetricAlertRuleType>(
  'MetricAlertRule',
  () => MetricAlertRuleType,
);

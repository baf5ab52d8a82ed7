import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { AlertCondition, AlertDirection, AlertInterval } from '../../domain/metric-alert/alert-condition.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import { CommandFields } from '../command-fields.js';
import { MetricKeyEnum } from '../metric/metric-key.enum.js';
import { Decimal } from '../scalars.js';
import { MetricAlertConditionEnum } from './metric-alert-condition.enum.js';
import { MetricAlertDirectionEnum } from './metric-alert-direction.enum.js';
import { MetricAlertIntervalEnum } from './metric-alert-interval.enum.js';

/** Which figure calls for somebody, and when. */
@InputType('SetUpMetricAlertRuleInput', { description: 'Which figure calls for somebody, and when.' })
export class SetUpMetricAlertRuleInput extends CommandFields {
  @Field(() => MetricKeyEnum, { description: 'The metric.' })
  metric!: MetricKey;

  @Field(() => MetricAlertIntervalEnum, { description: 'How long the periods are.' })
  interval!: AlertInterval;

  @Field(() => MetricAlertConditionEnum, { description: 'When it raises.' })
  condition!: AlertCondition;

  @Field(() => MetricAlertDirectionEnum, { description: 'Which way is wrong.' })
  direction!: AlertDirection;

  @Field(() => Decimal, {
    nullable: true,
    description: "In the metric's unit, from 0 on, to one decimal: `90` percent. Left out for a trend only.",
  })
  threshold?: string | null;

  @Field(() => Int, { nullable: true, description: 'For a streak or trend: over how many periods, 2 to 12.' })
  periods?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'A period with a smaller denominator says nothing; 5 where nothing is said. Left out where the metric has no denominator.',
  })
  atLeast?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'On these estates, 1 to 1000; left out: on all, also those to come.',
  })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;
}

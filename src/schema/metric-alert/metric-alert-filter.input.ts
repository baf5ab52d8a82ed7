import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { AlertStage } from '../../domain/metric-alert/alert-stage.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import { MetricKeyEnum } from '../metric/metric-key.enum.js';
import { LocalDate } from '../scalars.js';
import { MetricAlertStageEnum } from './metric-alert-stage.enum.js';

/** Which alerts. */
@InputType('MetricAlertFilter', {
  description: 'Which alerts; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class MetricAlertFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Raised by this rule.' })
  ruleId?: string | null;

  @Field(() => [MetricKeyEnum], { nullable: true, description: 'Of these metrics.' })
  metrics?: MetricKey[] | null;

  @Field(() => [MetricAlertStageEnum], { nullable: true, description: 'That stand so.' })
  stages?: AlertStage[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of periods that begin on this day or later.' })
  periodFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of periods that begin before this day.' })
  periodBefore?: string | null;
}

/** Which rules. */
@InputType('MetricAlertRuleFilter', { description: 'Which rules; conditions hold together.' })
export class MetricAlertRuleFilterInput {
  @Field(() => [MetricKeyEnum], { nullable: true, description: 'About these metrics.' })
  metrics?: MetricKey[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: those that raise; false: those that were stopped.' })
  active?: boolean | null;
}

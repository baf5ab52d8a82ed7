import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { Decimal } from '../scalars.js';

/** What every change of a rule takes. */
@InputType({ description: 'What every change of a rule takes.' })
abstract class MetricAlertRuleStepInput extends CommandFields {
  @Field(() => ID, { description: 'The rule.' })
  ruleId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}

/** That a rule raises nothing more. */
@InputType('StopMetricAlertRuleInput', { description: 'That a rule raises nothing more.' })
export class StopMetricAlertRuleInput extends MetricAlertRuleStepInput {}

/** Another bound, and other estates. */
@InputType('ChangeMetricAlertRuleInput', {
  description:
    'The bound, the periods, the smallest denominator and the estates that a rule has from now on, all of them.',
})
export class ChangeMetricAlertRuleInput extends MetricAlertRuleStepInput {
  @Field(() => Decimal, {
    nullable: true,
    description: "In the metric's unit, from 0 on, to one decimal. Left out for a trend only.",
  })
  threshold?: string | null;

  @Field(() => Int, { nullable: true, description: 'For a streak or trend: over how many periods, 2 to 12.' })
  periods?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'A period with a smaller denominator says nothing; 5 where nothing is said.',
  })
  atLeast?: number | null;

  @Field(() => [ID], { nullable: true, description: 'On these estates, 1 to 1000; left out: on all.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;
}

import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { MetricAlertRuleType } from './metric-alert-rule.type.js';
import { MetricAlertType } from './metric-alert.type.js';

/** An alert after a command. */
@ObjectType('MetricAlertPayload', { description: 'An alert after a command.' })
export class MetricAlertPayloadType {
  @Field(() => MetricAlertType, { description: 'The alert as it stands now.' })
  metricAlert!: MetricAlertType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** A rule after a command. */
@ObjectType('MetricAlertRulePayload', { description: 'A rule after a command.' })
export class MetricAlertRulePayloadType {
  @Field(() => MetricAlertRuleType, { description: 'The rule as it stands now.' })
  metricAlertRule!: MetricAlertRuleType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';

/** What every step of an alert takes. */
@InputType({ description: 'What every step of an alert takes.' })
abstract class MetricAlertStepInput extends CommandFields {
  @Field(() => ID, { description: 'The alert.' })
  alertId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}

/** That somebody looks after an alert. */
@InputType('AcknowledgeMetricAlertInput', { description: 'That somebody looks after an alert.' })
export class AcknowledgeMetricAlertInput extends MetricAlertStepInput {}

/** What came of an alert. */
@InputType('CloseMetricAlertInput', { description: 'What came of an alert.' })
export class CloseMetricAlertInput extends MetricAlertStepInput {
  @TextField({ max: 2000, multiline: true, description: 'What was found, and what is done about it.' })
  note!: string;
}

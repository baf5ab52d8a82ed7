import { Field, ID, InputType } from 'type-graphql';
import type { WebhookEndpointKind } from '../../domain/webhook/webhook-endpoint-kind.js';
import { CommandFields } from '../command-fields.js';
import { TextField, TextListField } from '../text-field.js';
import { WebhookEndpointKindEnum } from './webhook-endpoint-kind.enum.js';

const MOST_TYPES = 100;

/** An address that receives what happens from now on. */
@InputType('CreateWebhookEndpointInput', { description: 'An address that receives what happens from now on.' })
export class CreateWebhookEndpointInput extends CommandFields {
  @Field(() => WebhookEndpointKindEnum, { description: 'What it receives.' })
  kind!: WebhookEndpointKind;

  @TextField({ description: 'Name for colleagues.', max: 100 })
  name!: string;

  @TextField({ description: 'Where messages are posted: https, on the public Internet, without redirects.', max: 2000 })
  url!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The one estate whose events or messages it receives; absent: all of the company.',
  })
  estateId?: string | null;

  @TextListField({
    most: MOST_TYPES,
    max: 100,
    description: 'Event types: `*`, families such as `ticket.*`, or single ones; none for MESSAGES.',
  })
  eventTypes!: string[];
}

import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { WebhookEndpointStepInput } from './webhook-endpoint-step.input.js';

const MOST_TYPES = 100;

/** What changes about an endpoint. */
@InputType('UpdateWebhookEndpointInput', {
  description: 'What changes about a webhook endpoint; what is absent stays.',
})
export class UpdateWebhookEndpointInput extends WebhookEndpointStepInput {
  @TextField({ description: 'Name for colleagues.', max: 100, nullable: true })
  name?: string | null;

  @TextField({
    description: 'Where messages are posted: https, on the public Internet, without redirects.',
    max: 2000,
    nullable: true,
  })
  url?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: `Event types, at most ${MOST_TYPES}: \`*\`, families such as \`ticket.*\`, or single ones.`,
  })
  @IsOptional()
  @ArrayMaxSize(MOST_TYPES, { message: `must name at most ${MOST_TYPES} types` })
  eventTypes?: string[] | null;
}

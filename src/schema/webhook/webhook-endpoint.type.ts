import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { WebhookEndpointKind, WebhookEndpointState } from '../../domain/webhook/webhook-endpoint-kind.js';
import { DateTime } from '../scalars.js';
import { WebhookEndpointKindEnum } from './webhook-endpoint-kind.enum.js';
import { WebhookEndpointStateEnum } from './webhook-endpoint-state.enum.js';

/** An endpoint without its secret; estate, cursor and deliveries are fields of the resolver. */
@ObjectType('WebhookEndpoint', {
  description: 'An address of another system of the company that receives signed messages (Standard Webhooks).',
})
export class WebhookEndpointType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change of its settings.' })
  version!: number;

  @Field(() => WebhookEndpointKindEnum, { description: 'What it receives.' })
  kind!: WebhookEndpointKind;

  @Field(() => String, { description: 'Name for colleagues.' })
  name!: string;

  @Field(() => String, { description: 'Where messages are posted.' })
  url!: string;

  @Field(() => [String], { description: 'Event types: `*`, families such as `ticket.*`, or single ones.' })
  eventTypes!: readonly string[];

  @Field(() => WebhookEndpointStateEnum, { description: 'Whether it is served.' })
  state!: WebhookEndpointState;

  @Field(() => Int, { description: 'Attempts that have failed in a row.' })
  failures!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when it fails; null while it does not.' })
  failingSince!: Date | null;

  @Field(() => DateTime, { description: 'Not before it is anything sent.' })
  nextAttemptAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the secret before the present one signs too; null where there was none.',
  })
  previousUntil!: Date | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;
}

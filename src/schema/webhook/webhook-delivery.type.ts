import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { WebhookOutcome } from '../../domain/webhook/webhook-outcome.js';
import { DateTime } from '../scalars.js';
import { WebhookOutcomeEnum } from './webhook-outcome.enum.js';

/** One attempt. */
@ObjectType('WebhookDelivery', {
  description:
    'One attempt to deliver a message: what became of it, nothing of what was sent or answered. Kept for 30 days.',
})
export class WebhookDeliveryType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: '`webhook-id` of the message: the same at every attempt.' })
  messageId!: string;

  @Field(() => String, { description: 'Type of the message.' })
  eventType!: string;

  @Field(() => Int, { description: 'Which attempt at this message it was.' })
  attempt!: number;

  @Field(() => WebhookOutcomeEnum, { description: 'How it ended.' })
  outcome!: WebhookOutcome;

  @Field(() => Int, { nullable: true, description: 'HTTP status; null without an answer.' })
  status!: number | null;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  durationMs!: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  attemptedAt!: Date;
}

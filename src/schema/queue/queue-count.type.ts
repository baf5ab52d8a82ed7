import { Field, Int, ObjectType } from 'type-graphql';
import type { QueueReason } from '../../domain/queue/queue-reason.js';
import { QueueReasonEnum } from './queue-reason.enum.js';

/** How many things wait for the viewer for one reason. */
@ObjectType('QueueCount', { simpleResolvers: true, description: 'How many things wait for the viewer for one reason.' })
export class QueueCountType {
  @Field(() => QueueReasonEnum, { description: 'The reason.' })
  reason!: QueueReason;

  @Field(() => Int, { description: 'How many; exact up to 500, which means "500 or more".' })
  count!: number;
}

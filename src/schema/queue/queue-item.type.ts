import { Field, ObjectType } from 'type-graphql';
import type { QueueReason } from '../../domain/queue/queue-reason.js';
import { QueueReasonEnum } from './queue-reason.enum.js';
import { WaitingType } from './waiting.type.js';

/** Something that waits for the viewer. */
@ObjectType('QueueItem', { implements: WaitingType, description: 'Something that waits for the viewer.' })
export class QueueItemType extends WaitingType {
  @Field(() => QueueReasonEnum, { description: 'Why it waits for the viewer.' })
  reason!: QueueReason;
}

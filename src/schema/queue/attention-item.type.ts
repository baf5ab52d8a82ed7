import { Field, ObjectType } from 'type-graphql';
import type { AttentionReason } from '../../domain/queue/attention-reason.js';
import { AttentionReasonEnum } from './attention-reason.enum.js';
import { WaitingType } from './waiting.type.js';

/** Something that needs attention now. */
@ObjectType('AttentionItem', { implements: WaitingType, description: 'Something that needs attention now.' })
export class AttentionItemType extends WaitingType {
  @Field(() => AttentionReasonEnum, { description: 'Why.' })
  reason!: AttentionReason;
}

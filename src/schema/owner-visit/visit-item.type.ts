import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Satisfaction } from '../../domain/callback/callback-answer.js';
import type { ItemRoute } from '../../domain/owner-visit/item-route.js';
import type { VisitItemKind, VisitTopic } from '../../domain/owner-visit/visit-item.js';
import { SatisfactionEnum } from '../callback/satisfaction.enum.js';
import { DateTime } from '../scalars.js';
import { VisitItemKindEnum } from './visit-item-kind.enum.js';
import { VisitItemRouteEnum } from './visit-item-route.enum.js';
import { VisitTopicEnum } from './visit-topic.enum.js';

/** One thing that a customer said on a visit; its ticket is a field of the resolver. */
@ObjectType('VisitItem', {
  simpleResolvers: true,
  description: 'One thing that a customer said on a visit, and what came of it (R-VIS-15, R-VIS-18).',
})
export class VisitItemType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Its place on the record: 1, 2, 3 …' })
  position!: number;

  @Field(() => VisitTopicEnum, { description: 'What it is about.' })
  topic!: VisitTopic;

  @Field(() => VisitItemKindEnum, { description: 'What kind of thing it is.' })
  kind!: VisitItemKind;

  @Field(() => String, { description: 'What was said.' })
  text!: string;

  @Field(() => SatisfactionEnum, { nullable: true, description: 'How satisfied the customer is with it.' })
  satisfaction!: Satisfaction | null;

  @Field(() => Boolean, { description: 'Somebody is to speak with the customer again, in person (R-VIS-14).' })
  feedbackOwed!: boolean;

  @Field(() => VisitItemRouteEnum, {
    nullable: true,
    description: 'The procedure that it follows; null until its reader has said so (R-VIS-18).',
  })
  route!: ItemRoute | null;

  @Field(() => String, { nullable: true, description: 'What the customer was told (R-VIS-14).' })
  feedback!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether that was face to face; otherwise it is still owed.' })
  fedBackInPerson!: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'When the customer was told.' })
  fedBackAt!: Date | null;
}

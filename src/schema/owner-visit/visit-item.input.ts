import { Field, InputType } from 'type-graphql';
import type { Satisfaction } from '../../domain/callback/callback-answer.js';
import type { VisitItemKind, VisitTopic } from '../../domain/owner-visit/visit-item.js';
import { SatisfactionEnum } from '../callback/satisfaction.enum.js';
import { TextField } from '../text-field.js';
import { VisitItemKindEnum } from './visit-item-kind.enum.js';
import { VisitTopicEnum } from './visit-topic.enum.js';

/** One thing that a customer said. */
@InputType('VisitItemInput', { description: 'One thing that a customer said on a visit.' })
export class VisitItemInput {
  @Field(() => VisitTopicEnum, { description: 'What it is about.' })
  topic!: VisitTopic;

  @Field(() => VisitItemKindEnum, {
    description: 'What kind of thing it is; a COMPLAINT becomes one at once (R-VIS-18).',
  })
  kind!: VisitItemKind;

  @TextField({ max: 2000, multiline: true, description: 'What was said.' })
  text!: string;

  @Field(() => SatisfactionEnum, { nullable: true, description: 'How satisfied the customer is with it.' })
  satisfaction?: Satisfaction | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The customer asks for feedback, or the visitor thinks it due (R-VIS-14); no where nothing is said.',
  })
  feedbackOwed?: boolean | null;
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ContactStage } from '../../domain/contact/contact-stage.js';
import type { Channel } from '../../domain/ticket/channel.js';
import { DateTime } from '../scalars.js';
import { ChannelEnum } from '../ticket/channel.enum.js';
import { ContactStageEnum } from './contact-stage.enum.js';

/** An entry of the contact log; its edges and the masked caller are fields of the resolver. */
@ObjectType('Contact', {
  simpleResolvers: true,
  description:
    'An entry of the contact log (来电来访记录): one call, visit, letter or remark of a customer. What the house begins is a callback or a visit, and stands there.',
})
export class ContactType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Number within the estate, by local year: `E01-L26-00042`.' })
  number!: string;

  @Field(() => ChannelEnum, { description: 'How the customer came (D-17).' })
  channel!: Channel;

  @Field(() => ContactStageEnum, { description: 'What became of it.' })
  stage!: ContactStage;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was received, by the word of whoever wrote it down.' })
  receivedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: "The room: the unit's code, or what the caller said where the unit is unknown.",
  })
  room!: string | null;

  @Field(() => String, { description: 'What the customer wanted, in one line (来访意图).' })
  intent!: string;

  @Field(() => String, { nullable: true, description: 'What was said, in full.' })
  content!: string | null;

  @Field(() => String, { nullable: true, description: 'What the customer was told, at once or in the end (R-DSP-04).' })
  feedback!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last escalated; null where it never was.' })
  escalatedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered or closed; null while it is open.' })
  settledAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When words and caller were cleared, by erasure or because their time was over; null while they stand.',
  })
  redactedAt!: Date | null;
}

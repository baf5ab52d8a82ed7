import { Field, ID, InputType } from 'type-graphql';
import type { Channel } from '../../domain/ticket/channel.js';
import { CommandFields } from '../command-fields.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { ChannelEnum } from '../ticket/channel.enum.js';

/** What a customer wanted who called, came or wrote. */
@InputType({ description: 'What a customer wanted who called, came or wrote (R-REC-01, R-DSP-10).' })
export class RecordContactInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => ChannelEnum, {
    description: 'How the customer came (D-17); STAFF for what was said to any member of staff (R-REC-19).',
  })
  channel!: Channel;

  @TextField({ nullable: true, max: 100, description: "The caller's surname or name; personal data." })
  callerName?: string | null;

  @TextField({ nullable: true, max: 40, description: "The caller's telephone; personal data." })
  callerPhone?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit of that estate, where it is known.' })
  unitId?: string | null;

  @TextField({ nullable: true, max: 40, description: 'The room as the caller said it, where the unit is not known.' })
  room?: string | null;

  @Field(() => ID, { nullable: true, description: 'The customer of that estate, where it is known who called.' })
  customerId?: string | null;

  @TextField({ max: 200, description: 'What the customer wants, in one line (来访意图).' })
  intent!: string;

  @TextField({ nullable: true, max: 4000, multiline: true, description: 'What was said, in full.' })
  content?: string | null;

  @TextField({
    nullable: true,
    max: 4000,
    multiline: true,
    description:
      "What the customer was told at once, within the desk's own authority: the entry is ANSWERED (R-REC-11).",
  })
  answer?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A ticket of that estate that it is about: the entry is ROUTED to it, unless it was answered; the customer has asked again (R-CMP-14).',
  })
  ticketId?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was received, for what is entered late; now where nothing is said. Never in the future.',
  })
  occurredAt?: Date | null;
}

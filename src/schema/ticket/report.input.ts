import { Field, ID, InputType } from 'type-graphql';
import type { Channel } from '../../domain/ticket/channel.js';
import { CommandFields } from '../command-fields.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { ChannelEnum } from './channel.enum.js';

/** What everybody says who brings something up. */
@InputType({ description: 'What everybody says who brings something up (R-DSP-10).' })
export abstract class ReportInput extends CommandFields {
  @Field(() => ID, { description: 'The estate that it lies in.' })
  estateId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit of that estate; absent for common areas. A resident names a unit that the resident holds.',
  })
  unitId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The customer of that estate whose matter it is; with the unit, the customer who holds it that day sees the ticket (D-30).',
  })
  customerId?: string | null;

  @TextField({ nullable: true, max: 100, description: 'Name of the person to ask for; personal data.' })
  contactName?: string | null;

  @TextField({ nullable: true, max: 40, description: 'Telephone of the person to ask for; personal data.' })
  contactPhone?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'What it is about: a category for tickets of this kind that is offered on the day of the report.',
  })
  categoryId?: string | null;

  @Field(() => ChannelEnum, { description: 'How it came; APP for residents.' })
  channel!: Channel;

  @TextField({ max: 200, description: 'What it is about, in one line.' })
  subject!: string;

  @TextField({ nullable: true, max: 4000, multiline: true, description: 'What was said, in full.' })
  description?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The entry of the contact log that it came of, which is routed to it (R-REC-08; needs `contact.handle`). Absent, one is written by itself where staff took it from a customer.',
  })
  contactId?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the report was taken, for what is entered late; now where nothing is said. Never in the future.',
  })
  occurredAt?: Date | null;
}

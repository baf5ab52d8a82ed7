import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CONTACT_STAGES, type ContactStage } from '../../domain/contact/contact-stage.js';
import { CHANNELS, type Channel } from '../../domain/ticket/channel.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { ChannelEnum } from '../ticket/channel.enum.js';
import { ContactStageEnum } from './contact-stage.enum.js';

const MOST_ESTATES = 1000;

/** Which entries of the contact log a list shows. */
@InputType('ContactFilter', {
  description:
    'Which entries of the contact log a list shows: those that meet every condition given. An id that names nothing matches none.',
})
export class ContactFilterInput {
  @Field(() => [ID], { nullable: true, description: `Entries of these estates, at most ${MOST_ESTATES}.` })
  @IsOptional()
  @ArrayMaxSize(MOST_ESTATES, { message: `must have at most ${MOST_ESTATES} ids` })
  estateIds?: string[] | null;

  @Field(() => [ChannelEnum], { nullable: true, description: 'By these channels (D-17).' })
  @IsOptional()
  @ArrayMaxSize(CHANNELS.length, { message: `must have at most ${CHANNELS.length} items` })
  channels?: Channel[] | null;

  @Field(() => [ContactStageEnum], { nullable: true, description: 'In these stages.' })
  @IsOptional()
  @ArrayMaxSize(CONTACT_STAGES.length, { message: `must have at most ${CONTACT_STAGES.length} items` })
  stages?: ContactStage[] | null;

  @Field(() => ID, { nullable: true, description: 'Received by this member of staff.' })
  receivedById?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'That point to this ticket.' })
  ticketId?: string | null;

  @TextField({ nullable: true, max: 40, description: "Of this room: the unit's code, or what the caller said." })
  room?: string | null;

  @TextField({ nullable: true, max: 64, description: 'The entry with this whole number, in each estate that has it.' })
  number?: string | null;

  @TextField({
    nullable: true,
    max: 100,
    description:
      'Of callers whose name begins so. Needs `customer.unmask`, and searches only estates where the viewer holds it.',
  })
  namePrefix?: string | null;

  @TextField({
    nullable: true,
    max: 40,
    description:
      'From a telephone that ends with these digits: a whole number, however it is written, or its last four or more. Needs `customer.unmask`, and searches only estates where the viewer holds it.',
  })
  phone?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Received at or after this instant.' })
  receivedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Received before this instant.' })
  receivedBefore?: Date | null;
}

import { Field, ID, Int, InterfaceType } from 'type-graphql';
import type { Channel } from '../../domain/ticket/channel.js';
import type { TicketKind, TicketPhase } from '../../domain/ticket/ticket-kind.js';
import { DateTime } from '../scalars.js';
import { ChannelEnum } from './channel.enum.js';
import { TicketKindEnum } from './ticket-kind.enum.js';
import { TicketPhaseEnum } from './ticket-phase.enum.js';

/** What tickets of every kind show; edges and the masked contact are fields of the resolver. */
@InterfaceType('Ticket', { description: 'Something that a customer or member of staff has brought up, of any kind.' })
export abstract class TicketType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Number within the estate, by kind and local year: `E01-R26-00042`.' })
  number!: string;

  @Field(() => TicketKindEnum, { description: 'What it is about.' })
  kind!: TicketKind;

  @Field(() => TicketPhaseEnum, { description: 'How far it has come, in words common to all kinds.' })
  phase!: TicketPhase;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => ChannelEnum, { description: 'How it reached the centre.' })
  channel!: Channel;

  @Field(() => String, { description: 'What it is about, in one line.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'What was said, in full.' })
  description!: string | null;

  @Field(() => Int, { description: 'How often it was opened again after an answer.' })
  reopenings!: number;

  @Field(() => DateTime, { description: 'When it was reported, by the word of whoever took it down.' })
  reportedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed or cancelled; null while it is open.' })
  closedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it joined another ticket, on which the work is done (R-DSP-03); null while it stands by itself.',
  })
  mergedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When words and contacts were cleared, by erasure or because their time was over (Q-24); null while they stand.',
  })
  redactedAt!: Date | null;
}

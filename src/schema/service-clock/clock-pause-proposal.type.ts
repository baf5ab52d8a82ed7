import { Field, ID, ObjectType } from 'type-graphql';
import type { PauseReason } from '../../domain/service-clock/pause-reason.js';
import { DateTime } from '../scalars.js';
import { PauseReasonEnum } from './pause-reason.enum.js';

/** For how long somebody wants a clock to stand still beyond the cap. */
@ObjectType('ClockPauseProposal', {
  simpleResolvers: true,
  description:
    'For how long somebody wants a service clock to stand still beyond the cap of D-05, as it was submitted.',
})
export class ClockPauseProposalType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => PauseReasonEnum, { description: 'Why.' })
  reason!: PauseReason;

  @Field(() => DateTime, { description: 'When the clock would run again by itself.' })
  untilAt!: Date;

  @Field(() => DateTime, { description: 'When it was written down.' })
  proposedAt!: Date;
}

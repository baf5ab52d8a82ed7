import { Field, InputType } from 'type-graphql';
import type { ScheduleReason } from '../../domain/ticket/appointment.js';
import { DateTime } from '../scalars.js';
import { ScheduleReasonEnum } from './repair-work.enums.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Another time, as agreed with the customer. */
@InputType({ description: 'Another time, as agreed with the customer (另行约定时间, R-RPR-10).' })
export class ScheduleRepairInput extends TicketStepInput {
  @Field(() => DateTime, { description: 'The technician comes at or after it; ahead, at most 180 days.' })
  from!: Date;

  @Field(() => DateTime, {
    description: 'The technician comes before it; at most 12 hours after `from`. At a home not in quiet hours (D-03).',
  })
  until!: Date;

  @Field(() => ScheduleReasonEnum, { description: 'Why not at once.' })
  reason!: ScheduleReason;
}

import { Field, Int, ObjectType } from 'type-graphql';
import type { Satisfaction } from '../../domain/callback/callback-answer.js';
import type { ScheduleReason } from '../../domain/ticket/appointment.js';
import type { Intake } from '../../domain/ticket/intake.js';
import type { RepairStage } from '../../domain/ticket/repair-stage.js';
import type { Responsibility } from '../../domain/ticket/responsibility.js';
import type { Urgency } from '../../domain/ticket/urgency.js';
import { SatisfactionEnum } from '../callback/satisfaction.enum.js';
import { DateTime } from '../scalars.js';
import { IntakeEnum } from './intake.enum.js';
import { RepairStageEnum } from './repair-stage.enum.js';
import { ResponsibilityEnum } from './responsibility.enum.js';
import { ScheduleReasonEnum } from './repair-work.enums.js';
import { TicketType } from './ticket.type.js';
import { UrgencyEnum } from './urgency.enum.js';

/** A repair order as clients see it. */
@ObjectType('RepairOrder', {
  implements: TicketType,
  simpleResolvers: true,
  description: 'A repair order (维修单): a ticket of kind REPAIR.',
})
export class RepairOrderType extends TicketType {
  @Field(() => RepairStageEnum, { description: 'Where it stands in the life of a repair.' })
  stage!: RepairStage;

  @Field(() => UrgencyEnum, { description: 'Ordinary or emergency (R-RPR-08).' })
  urgency!: Urgency;

  @Field(() => Int, { description: 'How often somebody came to the site (D-19).' })
  visits!: number;

  @Field(() => ResponsibilityEnum, {
    nullable: true,
    description: 'Who answers and pays for it (D-05); null until somebody has decided.',
  })
  responsibility!: Responsibility | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the developer has promised to have done its part (D-05); null where nothing lies with it.',
  })
  developerDueAt!: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it was reported at night: outside the desk hours of that day (D-08); null where nobody knows.',
  })
  atNight!: boolean | null;

  @Field(() => IntakeEnum, { nullable: true, description: 'Who took it down (R-RPR-06); null where nobody knows.' })
  takenBy!: Intake | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was passed on to Engineering (R-RPR-05).' })
  forwardedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When a technician took it on (接单, R-RPR-05).' })
  acceptedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'The technician comes at or after it, as last agreed with the customer (R-RPR-10); null where at once.',
  })
  scheduledFrom!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The technician comes before it, as last agreed.' })
  scheduledUntil!: Date | null;

  @Field(() => ScheduleReasonEnum, { nullable: true, description: 'Why another time was agreed.' })
  scheduleReason!: ScheduleReason | null;

  @Field(() => DateTime, { nullable: true, description: 'When somebody first arrived on site (开工, R-RPR-07).' })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the work was done.' })
  completedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the signed order came back to the desk (R-RPR-12).' })
  returnedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the customer was reached, wanted no callback or was given up as unreachable (R-RPR-13, D-12).',
  })
  calledBackAt!: Date | null;

  @Field(() => SatisfactionEnum, {
    nullable: true,
    description: 'How satisfied the resident was, as last said in the app (R-RPR-22); null until then.',
  })
  rating!: Satisfaction | null;

  @Field(() => DateTime, { nullable: true, description: 'When the resident said so.' })
  ratedAt!: Date | null;
}

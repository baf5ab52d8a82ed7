import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ComplaintClass } from '../../domain/complaint/complaint-class.js';
import type { ComplaintStage } from '../../domain/complaint/complaint-stage.js';
import type { EnquiryStage } from '../../domain/enquiry/enquiry-life.js';
import type { HelpStage } from '../../domain/help/help-life.js';
import type { ServiceStage } from '../../domain/service/service-life.js';
import type { SuggestionStage } from '../../domain/suggestion/suggestion-life.js';
import type { Channel } from '../../domain/ticket/channel.js';
import type { RepairStage } from '../../domain/ticket/repair-stage.js';
import type { TicketKind, TicketPhase } from '../../domain/ticket/ticket-kind.js';
import type { Urgency } from '../../domain/ticket/urgency.js';
import { ComplaintClassEnum } from '../complaint/complaint-class.enum.js';
import { ComplaintStageEnum } from '../complaint/complaint-stage.enum.js';
import { EnquiryStageEnum } from '../enquiry/enquiry-stage.enum.js';
import { HelpCallStageEnum } from '../help/help-call-stage.enum.js';
import { DateTime } from '../scalars.js';
import { TicketClockFilterInput } from '../service-clock/ticket-clock-filter.input.js';
import { ServiceStageEnum } from '../service/service-stage.enum.js';
import { SuggestionStageEnum } from '../suggestion/suggestion-stage.enum.js';
import { TextField } from '../text-field.js';
import { ChannelEnum } from './channel.enum.js';
import { RepairStageEnum } from './repair-stage.enum.js';
import { TicketKindEnum } from './ticket-kind.enum.js';
import { TicketPhaseEnum } from './ticket-phase.enum.js';
import { UrgencyEnum } from './urgency.enum.js';

const MOST_ESTATES = 1000;

/** Which tickets a list shows. */
@InputType('TicketFilter', {
  description:
    'Which tickets a list shows: those that meet every condition given. An id that names nothing matches none.',
})
export class TicketFilterInput {
  @Field(() => [ID], { nullable: true, description: `Tickets of these estates, at most ${MOST_ESTATES}.` })
  @IsOptional()
  @ArrayMaxSize(MOST_ESTATES, { message: `must have at most ${MOST_ESTATES} ids` })
  estateIds?: string[] | null;

  @Field(() => [TicketKindEnum], { nullable: true, description: 'Tickets of these kinds.' })
  kinds?: TicketKind[] | null;

  @Field(() => [TicketPhaseEnum], { nullable: true, description: 'Tickets in these phases.' })
  phases?: TicketPhase[] | null;

  @Field(() => [RepairStageEnum], {
    nullable: true,
    description: 'Repairs in these stages; beside the stages of other kinds the one or the other.',
  })
  stages?: RepairStage[] | null;

  @Field(() => [ComplaintStageEnum], { nullable: true, description: 'Complaints in these stages.' })
  complaintStages?: ComplaintStage[] | null;

  @Field(() => [EnquiryStageEnum], { nullable: true, description: 'Enquiries in these stages.' })
  enquiryStages?: EnquiryStage[] | null;

  @Field(() => [SuggestionStageEnum], { nullable: true, description: 'Suggestions in these stages.' })
  suggestionStages?: SuggestionStage[] | null;

  @Field(() => [ServiceStageEnum], { nullable: true, description: 'Service requests in these stages.' })
  serviceStages?: ServiceStage[] | null;

  @Field(() => [HelpCallStageEnum], { nullable: true, description: 'Help calls in these stages.' })
  helpCallStages?: HelpStage[] | null;

  @Field(() => [ComplaintClassEnum], { nullable: true, description: 'Complaints of these classes.' })
  complaintClasses?: ComplaintClass[] | null;

  @Field(() => [ChannelEnum], { nullable: true, description: 'Tickets that came by these channels (D-17).' })
  channels?: Channel[] | null;

  @Field(() => ID, { nullable: true, description: 'Tickets of the units of this building.' })
  buildingId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Tickets of this unit.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Tickets of this customer.' })
  customerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Tickets that this member of staff is in charge of: of repairs the technician.',
  })
  assigneeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Tickets that this member of staff is in charge of, or has worked on: the crew of every visit counts (R-RPR-02, D-19).',
  })
  handledById?: string | null;

  @Field(() => ID, { nullable: true, description: 'Tickets of this category and of all below it.' })
  categoryId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether somebody has put them into a category.' })
  categorized?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Tickets that lie with this department.' })
  departmentId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Tickets that somebody, or that nobody, is in charge of.' })
  assigned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Tickets that were, or were never, opened again.' })
  reopened?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Tickets that have joined another, or that stand by themselves: one work each (D-27).',
  })
  merged?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Tickets that have joined this one.' })
  mergedIntoId?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Complaints whose customer was promised to hear before this instant and has not (R-CMP-24).',
  })
  replyDueBefore?: Date | null;

  @Field(() => TicketClockFilterInput, {
    nullable: true,
    description: 'Tickets with such a clock; for residents none (D-30).',
  })
  @IsOptional()
  @ValidateNested()
  clock?: TicketClockFilterInput | null;

  @Field(() => DateTime, { nullable: true, description: 'Reported at or after this instant.' })
  reportedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Reported before this instant.' })
  reportedTo?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Closed or cancelled at or after this instant.' })
  closedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Closed or cancelled before this instant.' })
  closedTo?: Date | null;

  @Field(() => UrgencyEnum, { nullable: true, description: 'Repairs of this urgency.' })
  urgency?: Urgency | null;

  @TextField({ nullable: true, max: 64, description: 'The ticket with this whole number, in each estate that has it.' })
  number?: string | null;

  @TextField({
    nullable: true,
    max: 100,
    description:
      'What was said in subject or description, or the number: every run of letters and digits must stand there, also inside a sentence or word. Full-width and half-width forms are one, as are capitals and small letters; everything else parts the runs. At least two characters in a row, at most 8 runs; names and telephones are not searched.',
  })
  text?: string | null;
}

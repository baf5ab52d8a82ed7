import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { flawsOfStep } from '../../domain/dunning/dunning-step.js';
import { chargeById } from '../../loaders/charge/charge-by-id.js';
import {
  instalmentsOfHold,
  type DunningHoldRow,
  type DunningInstalmentRow,
} from '../../loaders/dunning/dunning-holds.js';
import { teamOfStep, type DunningStepRow } from '../../loaders/dunning/dunning-steps.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { AttachmentType } from '../../schema/attachment/attachment.type.js';
import { ChargeType } from '../../schema/charge/charge.type.js';
import { DunningHoldType, DunningInstalmentType } from '../../schema/dunning/dunning-hold.type.js';
import { DunningStepType } from '../../schema/dunning/dunning-step.type.js';
import { DunningFlawEnum } from '../../schema/dunning/dunning.enums.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { amountShown } from '../ledger/amount-shown.js';
import { filesProving } from './document-service.resolver.js';

/** The edges of a step. */
@Resolver(() => DunningStepType)
export class DunningStepResolver {
  @FieldResolver(() => [DunningFlawEnum], { description: 'The rules that it broke.' })
  flaws(@Root() step: DunningStepRow) {
    return flawsOfStep(step);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What was overdue then; null without `fee.amount`, and before it took place.',
  })
  arrears(@Root() step: DunningStepRow, @Ctx() ctx: RequestContext) {
    return step.arrearsMinor === null ? null : amountShown(ctx, step, step.arrearsMinor);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What was said; null without `fee.amount`.' })
  note(@Root() step: DunningStepRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, step, 0) === null ? null : step.note;
  }

  @FieldResolver(() => [StaffType], { description: 'Who went or called, or will.' })
  team(@Root() { id }: DunningStepRow, @Ctx() ctx: RequestContext) {
    return teamOfStep(ctx).load(id);
  }

  @FieldResolver(() => [AttachmentType], {
    description: 'The files that prove it: a recording, the dunning record (R-DUN-12).',
  })
  evidence(@Root() { id }: DunningStepRow, @Ctx() ctx: RequestContext) {
    return filesProving(ctx, id);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has recorded it; null for the program.' })
  recordedBy(@Root() { recordedBy }: DunningStepRow, @Ctx() ctx: RequestContext) {
    return recordedBy === null ? null : staffById(ctx).load(recordedBy);
  }
}

/** The edges of what stops dunning. */
@Resolver(() => DunningHoldType)
export class DunningHoldResolver {
  @FieldResolver(() => ChargeType, { nullable: true, description: 'The charge; null where it is all that is overdue.' })
  charge(@Root() { chargeId }: DunningHoldRow, @Ctx() ctx: RequestContext) {
    return chargeId === null ? null : chargeById(ctx).load(chargeId);
  }

  @FieldResolver(() => TicketType, {
    nullable: true,
    description: 'The complaint; null of other kinds, and where it is not the viewer’s to see.',
  })
  complaint(@Root() { ticketId }: DunningHoldRow, @Ctx() ctx: RequestContext) {
    return ticketId === null ? null : ticketById(ctx).load(ticketId);
  }

  @FieldResolver(() => [DunningInstalmentType], { description: 'The instalments, in order; none of other kinds.' })
  instalments(@Root() { id, kind }: DunningHoldRow, @Ctx() ctx: RequestContext) {
    return kind === 'INSTALMENTS' ? instalmentsOfHold(ctx).load(id) : [];
  }
}

/** How much an instalment is. */
@Resolver(() => DunningInstalmentType)
export class DunningInstalmentResolver {
  @FieldResolver(() => MoneyType, { nullable: true, description: 'How much; null without `fee.amount`.' })
  amount(@Root() instalment: DunningInstalmentRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, instalment, instalment.amountMinor);
  }
}

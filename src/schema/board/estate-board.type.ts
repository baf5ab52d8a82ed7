import { Field, Int, ObjectType } from 'type-graphql';
import type { TicketKind, TicketPhase } from '../../domain/ticket/ticket-kind.js';
import { Cursor, DateTime } from '../scalars.js';
import { TicketKindEnum } from '../ticket/ticket-kind.enum.js';
import { TicketPhaseEnum } from '../ticket/ticket-phase.enum.js';

/** How many tickets of an estate stand in a phase. */
@ObjectType('TicketPhaseCount', {
  simpleResolvers: true,
  description: 'How many tickets of an estate stand in a phase.',
})
export class TicketPhaseCountType {
  @Field(() => TicketPhaseEnum, { description: 'The phase.' })
  phase!: TicketPhase;

  @Field(() => Int, { description: 'How many tickets.' })
  count!: number;
}

/** How many tickets of an estate are of a kind. */
@ObjectType('TicketKindCount', { simpleResolvers: true, description: 'How many tickets of an estate are of a kind.' })
export class TicketKindCountType {
  @Field(() => TicketKindEnum, { description: 'The kind.' })
  kind!: TicketKind;

  @Field(() => Int, { description: 'How many tickets that are not at their end.' })
  count!: number;
}

/** How the tickets of an estate stand; the estate is a field of the resolver. */
@ObjectType('EstateBoard', {
  simpleResolvers: true,
  description:
    "How an estate's tickets stand that are neither closed nor cancelled, and what is late (D-26). Its figures change with events of the estate alone.",
})
export class EstateBoardType {
  @Field(() => Int, {
    description: 'Tickets that are neither closed nor cancelled, those that have joined another included.',
  })
  total!: number;

  @Field(() => [TicketPhaseCountType], {
    description: 'Those tickets by phase, zeros included; `CLOSED` and `CANCELLED` never.',
  })
  phases!: readonly TicketPhaseCountType[];

  @Field(() => [TicketKindCountType], { description: 'Those tickets by kind, zeros included.' })
  kinds!: readonly TicketKindCountType[];

  @Field(() => Int, {
    description: 'Those in phase `OPEN` that nobody is in charge of; an event of the ticket changes it.',
  })
  unassigned!: number;

  @Field(() => Int, {
    description:
      'Those of which a limit has passed and what it waits for has not come; from `clock.BREACHED` on, until the milestone is reached or no longer owed (R-MET-09).',
  })
  overdue!: number;

  @Field(() => Int, {
    description:
      'Those that are not overdue and of which four fifths of a limit have passed; from `clock.WARNED` on (R-MET-05).',
  })
  dueSoon!: number;

  @Field(() => Int, { description: 'Those that were opened again after an answer (R-CMP-24).' })
  reopened!: number;

  @Field(() => Int, {
    description:
      'Callbacks about tickets, closed ones included, that are owed still, in time or not; an event of the obligation changes it (R-CBK-04).',
  })
  callbacksDue!: number;

  @Field(() => DateTime, { description: 'The instant of the snapshot that all of it was counted in.' })
  at!: Date;

  @Field(() => Cursor, {
    description:
      'Give it as `after` to receive every board that has changed since; of several the last one that was received.',
  })
  cursor!: string;
}

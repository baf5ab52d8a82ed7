import { Field, ID, ObjectType } from 'type-graphql';
import type { HoldKind } from '../../domain/dunning/dunning-hold.js';
import { DateTime, LocalDate } from '../scalars.js';
import { HoldKindEnum } from './dunning.enums.js';

/** An instalment; its amount is a field of the resolver. */
@ObjectType('DunningInstalment', { simpleResolvers: true, description: 'One of the instalments that were agreed.' })
export class DunningInstalmentType {
  @Field(() => LocalDate, { description: 'The last day on which it is in time.' })
  dueDay!: string;
}

/** What stops dunning; charge, complaint and instalments are fields of the resolver. */
@ObjectType('DunningHold', { simpleResolvers: true, description: 'What stops dunning, or has stopped it (D-13).' })
export class DunningHoldType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => HoldKindEnum, { description: 'What it is.' })
  kind!: HoldKind;

  @Field(() => LocalDate, { description: 'Since which day.' })
  fromDay!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day by which payment is promised; null of other kinds.' })
  untilDay!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was released; null where nobody has.' })
  releasedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it stops dunning now.' })
  inForce!: boolean;
}

import { Field, ID, ObjectType } from 'type-graphql';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { ChargeKindEnum } from '../charge/charge-kind.enum.js';
import { DateTime, LocalDate } from '../scalars.js';

/** What a meter showed; the value and the unit are fields of the resolver. */
@ObjectType('MeterReading', { simpleResolvers: true, description: 'What a meter of a unit showed (抄表).' })
export class MeterReadingType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ChargeKindEnum, { description: 'What it counts: WATER or ELECTRICITY.' })
  kind!: ChargeKind;

  @Field(() => LocalDate, { description: 'At the end of this day.' })
  readOn!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { MeterKind, ReadingState, ReadingWay } from '../../domain/meter/meter-words.js';
import { DateTime, LocalDate } from '../scalars.js';
import { MeterKindEnum, ReadingStateEnum, ReadingWayEnum } from './meter.enums.js';

/** What a meter showed; the value, who read it and why it waits are fields of the resolver. */
@ObjectType('MeterReading', { simpleResolvers: true, description: 'What a meter showed (抄表).' })
export class MeterReadingType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => MeterKindEnum, { description: 'What it counts.' })
  kind!: MeterKind;

  @Field(() => LocalDate, { description: 'At the end of this day.' })
  readOn!: string;

  @Field(() => ReadingWayEnum, { description: 'How it came to be.' })
  how!: ReadingWay;

  @Field(() => ReadingStateEnum, { description: 'Whether it counts.' })
  state!: ReadingState;

  @Field(() => Int, { description: 'How often the register has gone back to zero since the meter was hung.' })
  turns!: number;

  @Field(() => DateTime, { description: 'When it was read, by the word of who read it.' })
  readAt!: Date;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When a person has decided on it; null where none has.' })
  decidedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;
}

import { Field, ID, InputType } from 'type-graphql';
import type { EnteredWay } from '../../domain/meter/meter-words.js';
import { CommandFields } from '../command-fields.js';
import { DateTime, Decimal, LocalDate } from '../scalars.js';
import { EnteredWayEnum } from './meter.enums.js';

/** What a meter showed. */
@InputType({ description: 'What a meter showed, or that it is to be estimated.' })
export class RecordMeterReadingInput extends CommandFields {
  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => EnteredWayEnum, { nullable: true, description: 'How it comes in; READ where nothing is said.' })
  how?: EnteredWay | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'What its register shows, with at most three decimals; nothing for an estimate.',
  })
  value?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'At the end of this day; the day of `occurredAt` where nothing is said.',
  })
  readOn?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was read, for work offline; now where nothing is said.',
  })
  occurredAt?: Date | null;
}

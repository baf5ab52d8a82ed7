import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { MeterReadingType } from './meter-reading.type.js';
import { MeterType } from './meter.type.js';

/** A meter after a command. */
@ObjectType('MeterPayload', { description: 'A meter after a command.' })
export class MeterPayloadType {
  @Field(() => MeterType, { description: 'The meter as it stands now; of a replacement the new one.' })
  meter!: MeterType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** A reading after a command. */
@ObjectType('MeterReadingPayload', { description: 'A reading of a meter after a command.' })
export class MeterReadingPayloadType {
  @Field(() => MeterReadingType, { description: 'The reading as it stands now.' })
  reading!: MeterReadingType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

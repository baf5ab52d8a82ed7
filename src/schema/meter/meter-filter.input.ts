import { Field, ID, InputType } from 'type-graphql';
import type { MeterKind } from '../../domain/meter/meter-words.js';
import { MeterKindEnum } from './meter.enums.js';

/** Which meters are listed. */
@InputType('MeterFilter', { description: 'Which meters are listed; all in reach where nothing is said.' })
export class MeterFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Of these estates.' })
  estateIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @Field(() => MeterKindEnum, { nullable: true, description: 'That count this.' })
  kind?: MeterKind | null;

  @Field(() => Boolean, { nullable: true, description: 'True: of common parts; false: of units.' })
  common?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: prepaid; false: billed by their readings.' })
  prepaid?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: that hang; false: that were taken away.' })
  hangs?: boolean | null;
}

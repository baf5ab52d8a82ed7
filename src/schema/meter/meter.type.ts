import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { MeterKind } from '../../domain/meter/meter-words.js';
import { LocalDate } from '../scalars.js';
import { MeterKindEnum } from './meter.enums.js';

/** A meter; where it hangs and what it showed are fields of the resolver. */
@ObjectType('Meter', { simpleResolvers: true, description: 'A meter of a unit, or of common parts (计量表).' })
export class MeterType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => MeterKindEnum, { description: 'What it counts.' })
  kind!: MeterKind;

  @Field(() => String, {
    nullable: true,
    description: 'The number on it (表号); null where nobody has written it down.',
  })
  serial!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole digits of its register; null where nobody knows, and then it never goes back to zero.',
  })
  digits!: number | null;

  @Field(() => Int, { description: 'How much one of its units is (倍率): what it shows is multiplied by it.' })
  factor!: number;

  @Field(() => Boolean, {
    description: 'Whether what goes through it was bought (预付费表): it is not billed by its readings (R-FEE-14).',
  })
  prepaid!: boolean;

  @Field(() => LocalDate, { description: 'Since the end of this day it hangs.' })
  installedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'On this day it was taken away; null while it hangs.' })
  removedOn!: string | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;
}

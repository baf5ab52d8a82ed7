import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PriceKind } from '../../domain/price/price.js';
import { LocalDate } from '../scalars.js';
import { PriceKindEnum } from './price-kind.enum.js';

/** A price of the list; the amount and the estate are fields of the resolver. */
@ObjectType('Price', { simpleResolvers: true, description: 'A price of chargeable work (有偿服务价目, R-DSP-13).' })
export class PriceType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Its code on the list: `TAP-01`.' })
  code!: string;

  @Field(() => PriceKindEnum, { description: 'What it is for.' })
  kind!: PriceKind;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'What one of it is: 次, 个, 米.' })
  unit!: string;

  @Field(() => LocalDate, { description: 'The first day on which it holds.' })
  fromDay!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The first day on which it holds no longer; null: no end.' })
  untilDay!: string | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

import { Field, Int, ObjectType } from 'type-graphql';
import type { PriceKind } from '../../domain/price/price.js';
import { PriceKindEnum } from '../price/price-kind.enum.js';

/** A line of a quotation; quantity and amounts are fields of the resolver. */
@ObjectType('QuotationLine', { simpleResolvers: true, description: 'A line of a quotation, at the price of that day.' })
export class QuotationLineType {
  @Field(() => Int, { description: 'From 1, as quoted.' })
  position!: number;

  @Field(() => PriceKindEnum, { description: 'Work or part.' })
  kind!: PriceKind;

  @Field(() => String, { nullable: true, description: 'Its code on the price list; null for a free line.' })
  code!: string | null;

  @Field(() => String, { description: 'What it is.' })
  name!: string;

  @Field(() => String, { description: 'What one of it is.' })
  unit!: string;
}

import { ArrayMaxSize, ArrayMinSize, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { PriceKind } from '../../domain/price/price.js';
import { MoneyInput } from '../money/money.input.js';
import { PriceKindEnum } from '../price/price-kind.enum.js';
import { Decimal } from '../scalars.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

const MOST_LINES = 50;

/** A line of a quotation. */
@InputType('QuotationLineInput', {
  description: 'A line of a quotation: by the code of the price list, or free with kind, name, unit and price.',
})
export class QuotationLineInput {
  @TextField({ nullable: true, max: 20, description: 'A code of the price list of the day.' })
  code?: string | null;

  @Field(() => PriceKindEnum, { nullable: true, description: 'Of a free line.' })
  kind?: PriceKind | null;

  @TextField({ nullable: true, max: 60, description: 'What it is, of a free line.' })
  name?: string | null;

  @TextField({ nullable: true, max: 10, description: 'What one of it is, of a free line.' })
  unit?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What one of it costs, of a free line.' })
  price?: MoneyInput | null;

  @Field(() => Decimal, { description: 'How many, above 0 and below 10000, with at most three decimals.' })
  quantity!: string;
}

/** Quotes a price for work on an order. */
@InputType({ description: 'Quotes a price for work on an order, in place of an earlier one (R-DSP-13).' })
export class QuoteRepairInput extends TicketStepInput {
  @Field(() => [QuotationLineInput], { description: `Labour and parts, 1 to ${MOST_LINES} lines of one currency.` })
  @ArrayMinSize(1, { message: 'must have at least one line' })
  @ArrayMaxSize(MOST_LINES, { message: `must have at most ${MOST_LINES} lines` })
  @ValidateNested({ each: true })
  lines!: QuotationLineInput[];
}

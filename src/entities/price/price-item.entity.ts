import { defineEntity, p } from '@mikro-orm/core';
import { CURRENCIES } from '../../domain/money/money.js';
import { PRICE_KINDS } from '../../domain/price/price.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What a piece of chargeable work or a part costs, for the company or one estate, from a day on. @rule R-DSP-13 */
export const PriceItemSchema = defineEntity({
  name: 'PriceItem',
  tableName: 'price_item',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** Null: for all estates of the company that have no price of their own. */
    estateId: col.ref().nullable(),
    code: col.text(),
    kind: p.enum(PRICE_KINDS),
    name: col.text(),
    /** What one of it is: 次, 个, 米. */
    unit: col.text(),
    priceMinor: col.big(),
    currency: p.enum(CURRENCIES),
    fromDay: col.day(),
    /** The first day on which it holds no longer. */
    untilDay: col.day().nullable(),
    setBy: col.ref(),
    setAt: col.instant(),
    version: col.int(),
  },
  uniques: [
    {
      name: 'price_item_company_estate_code_day_key',
      properties: ['companyId', 'estateId', 'code', 'fromDay'],
      expression:
        'alter table "price_item" add constraint "price_item_company_estate_code_day_key" unique nulls not distinct ("company_id", "estate_id", "code", "from_day")',
    },
  ],
  indexes: [{ name: 'price_item_company_code_idx', properties: ['companyId', 'code', 'id'] }],
  ...fence('price_item', { estate: 'nullable', residentReads: { by: 'estateOrCompany', column: 'estate_id' } }),
});

export class PriceItem extends PriceItemSchema.class {}
PriceItemSchema.setClass(PriceItem);

import { defineEntity, p } from '@mikro-orm/core';
import { PAPER_KINDS } from '../../domain/receipt/receipt-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * A book of numbered vouchers that somebody has drawn. The next number is kept by the database, which moves it with every
 * voucher and every spoiled sheet by one: no number is left out, none is used twice.
 * @rule R-CSH-03 @rule R-CSH-06 @rule R-ORG-62
 */
export const ReceiptBookSchema = defineEntity({
  name: 'ReceiptBook',
  tableName: 'receipt_book',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    kind: p.enum(PAPER_KINDS),
    prefix: col.text(),
    digits: col.int(),
    firstNumber: col.big(),
    lastNumber: col.big(),
    /** The first that is not used; one beyond the last when the book is used up. Kept by the database. */
    nextNumber: col.big(),
    /** Who keeps it and writes from it. */
    holderId: col.ref(),
    drawnAt: col.instant(),
    drawnFromId: col.ref(),
    returnedAt: col.instant().nullable(),
    returnedToId: col.ref().nullable(),
    version: col.int(),
  },
  checks: [
    {
      name: 'receipt_book_range',
      expression: 'first_number >= 0 and last_number between first_number and first_number + 9999',
    },
    { name: 'receipt_book_next_in_range', expression: 'next_number between first_number and last_number + 1' },
    { name: 'receipt_book_returned_whole', expression: '(returned_at is null) = (returned_to_id is null)' },
    { name: 'receipt_book_two_people', expression: 'holder_id <> drawn_from_id' },
  ],
  indexes: [
    { name: 'receipt_book_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'receipt_book_company_range_idx', properties: ['companyId', 'kind', 'prefix', 'digits', 'firstNumber'] },
  ],
  ...fence('receipt_book', { estate: 'required' }),
});

export class ReceiptBook extends ReceiptBookSchema.class {}
ReceiptBookSchema.setClass(ReceiptBook);

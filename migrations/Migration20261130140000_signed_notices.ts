import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/** Why: the paper that a customer has signed for a payment notice is kept with it, as evidence of collection (R-DUN-12). */
export class Migration20261130140000_signed_notices extends Migration {
  override up(): void {
    this.addSql(addWords('attachment', 'subject_kind', SUBJECTS));
  }

  override down(): void {
    this.addSql(`delete from "attachment" where subject_kind = 'PAYMENT_NOTICE'`);
    this.addSql(removeWords('attachment', 'subject_kind', SUBJECTS));
  }
}

const SUBJECTS = ['PAYMENT_NOTICE'];

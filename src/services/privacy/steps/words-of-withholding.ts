import type { Removal } from './removal.js';

/** The account of a person from which a bank withholds, and with it the mandate. */
export const WORDS_OF_WITHHOLDING: readonly Removal[] = [
  {
    what: 'the bank account from which the person lets withhold',
    text: `update withholding_mandate set bank = null, holder = null, account = null, agreement = null, last_digits = '', redacted_at = now(),
                  version = version + 1
            where company_id = $1 and payer_id = $2 and redacted_at is null`,
  },
];

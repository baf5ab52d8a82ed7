import { sql } from 'kysely';

/** What was charged by a charge with the alias `c`: what is written off was charged all the same. @rule M-FEE-01 */
export const CHARGED = sql`case when c.open_minor + c.paid_minor = c.amount_minor then c.amount_minor else c.open_minor + c.paid_minor - coalesce((
  select sum(w.charge_effect_minor) from ledger_entry w where w.company_id = c.company_id and w.charge_id = c.id and w.kind = 'WRITE_OFF'), 0) end`;

import { Migration } from '@mikro-orm/migrations';

/**
 * Why: head office asks what came in of debts that were due before a period, over all estates and for any period. The lines of the
 * books tell the sums of metrics what was charged and paid by their day and by the deadline of the charge, statement by statement.
 */
export class Migration20261130152000_prior_arrears extends Migration {
  override up(): void {
    for (const statement of KEEPING) this.addSql(statement);
    this.addSql(CHARGED('charge'));
    this.addSql(MOVED('ledger_entry'));
  }

  override down(): void {
    for (const [table, name] of [
      ['ledger_entry', 'metric_of_prior_entries'],
      ['charge', 'metric_of_prior_charges'],
    ]) {
      this.addSql(`drop trigger "${table}_prior_metrics" on "${table}"`);
      this.addSql(`drop function ${name}()`);
    }
    for (const table of ['metric_fresh', 'metric_journal', 'metric_sum'])
      this.addSql(`delete from "${table}" where metric = 'PRIOR_ARREARS_RECOVERED'`);
  }
}

const INTO = `insert into metric_fresh (company_id, id, estate_id, metric, part, reason, segment, on_day, ripe_day, subject_id, numerator, denominator, recorded_at)`;
const CELL = `'PRIOR_ARREARS_RECOVERED', 'COUNTED', '', ''`;

/** What new charges add to what is charged. */
const CHARGED = (rows: string): string => `${INTO}
select c.company_id, uuidv7(), c.estate_id, ${CELL}, c.booked_day, c.due_day, c.estate_id, 0, sum(c.amount_minor)::bigint, c.recorded_at
  from ${rows} c where c.currency = 'CNY'
 group by c.company_id, c.estate_id, c.booked_day, c.due_day, c.recorded_at`;

/** What lines change of their charges: what is paid, and what is charged. */
const MOVED = (rows: string): string => `${INTO}
select d.company_id, uuidv7(), d.estate_id, ${CELL}, d.booked_day, d.due_day, d.estate_id, d.paid, d.charged, d.recorded_at
  from (select c.company_id, c.estate_id, e.booked_day, c.due_day, e.recorded_at,
               sum(case when e.kind = 'ALLOCATION' then -e.charge_effect_minor else 0 end)::bigint as paid,
               sum(case when e.kind = 'ALLOCATION' then 0 else e.charge_effect_minor end)::bigint as charged
          from ${rows} e join charge c on c.company_id = e.company_id and c.id = e.charge_id
         where c.currency = 'CNY' group by 1, 2, 3, 4, 5) d
 where d.paid <> 0 or d.charged <> 0`;

const keeps = (name: string, statement: string): string =>
  `create function ${name}() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$ begin ${statement}; return null; end $$`;
const KEEPING = [
  keeps('metric_of_prior_charges', CHARGED('fresh')),
  `create trigger "charge_prior_metrics" after insert on "charge" referencing new table as fresh for each statement execute function metric_of_prior_charges()`,
  keeps('metric_of_prior_entries', MOVED('fresh')),
  `create trigger "ledger_entry_prior_metrics" after insert on "ledger_entry" referencing new table as fresh for each statement execute function metric_of_prior_entries()`,
];

import { Migration } from '@mikro-orm/migrations';

/**
 * Why: what was charged and what came in of it is asked over hundreds of estates, and reading each charge takes seconds. The
 * lines of the books tell the sums of metrics what they change, statement by statement: a run of thousands of charges tells
 * a handful of changes. A charge counts from the day after its deadline; `ripe_day` says when, so that no job has to tell it anew.
 */
export class Migration20261129111000_figures_of_money extends Migration {
  override up(): void {
    for (const table of TABLES) {
      this.addSql(`alter table "${table}" add column "ripe_day" date not null default '0001-01-01'`);
      this.addSql(`alter table "${table}" alter column "ripe_day" drop default`);
    }
    this.addSql(`alter table "metric_sum" drop constraint "metric_sum_pkey"`);
    this.addSql(`alter table "metric_sum" add primary key (${[...KEY, '"ripe_day"'].join(', ')})`);
    for (const statement of KEEPING) this.addSql(statement);
    this.addSql(CHARGED('charge'));
    this.addSql(MOVED('ledger_entry'));
  }

  override down(): void {
    for (const [table, name] of [
      ['ledger_entry', 'metric_of_entries'],
      ['charge', 'metric_of_charges'],
    ]) {
      this.addSql(`drop trigger "${table}_metrics" on "${table}"`);
      this.addSql(`drop function ${name}()`);
    }
    for (const table of TABLES)
      this.addSql(`delete from "${table}" where metric in ('FEE_COLLECTION', 'OTHER_COLLECTION')`);
    this.addSql(`alter table "metric_sum" drop constraint "metric_sum_pkey"`);
    for (const table of TABLES) this.addSql(`alter table "${table}" drop column "ripe_day"`);
    this.addSql(`alter table "metric_sum" add primary key (${KEY.join(', ')})`);
  }
}

const TABLES = ['metric_fresh', 'metric_journal', 'metric_sum'];
const KEY = ['company_id', 'grain', 'start_day', 'metric', 'estate_id', 'part', 'reason', 'segment'].map(
  (column) => `"${column}"`,
);
const INTO = `insert into metric_fresh (company_id, id, estate_id, metric, part, reason, segment, on_day, ripe_day, subject_id, numerator, denominator, recorded_at)`;
const METRIC = `case when c.kind in ('PROPERTY_FEE', 'PARKING_FEE') then 'FEE_COLLECTION' else 'OTHER_COLLECTION' end`;
const CELL = `c.company_id, c.estate_id, ${METRIC} as metric, c.kind, c.from_day, c.due_day, c.currency = 'CNY' as ours`;

/** What new charges add: what is charged behind their deadline, how many wait until it, how many are in another currency. */
const CHARGED = (rows: string): string => `${INTO}
select d.company_id, uuidv7(), d.estate_id, d.metric, p.part, p.reason, d.kind, d.from_day, p.ripe_day, d.estate_id, 0, p.denominator, d.recorded_at
  from (select ${CELL}, c.recorded_at, sum(c.amount_minor)::bigint as amount, count(*) as charges
          from ${rows} c group by 1, 2, 3, 4, 5, 6, 7, 8) d
 cross join lateral (values ('COUNTED', '', d.due_day, d.amount, true), ('PENDING', '', d.due_day, d.charges, true),
                            ('EXCLUDED', 'OTHER_CURRENCY', date '0001-01-01', d.charges, false)) p (part, reason, ripe_day, denominator, ours)
 where p.ours = d.ours`;

/** Whether a charge was not cancelled before: it is taken from what waits once. */
const FIRST = (rows: string): string => `not exists (
  select from ledger_entry o where o.company_id = e.company_id and o.charge_id = e.charge_id and o.kind = e.kind
     and (o.id < e.id or not exists (select from ${rows} f where f.company_id = o.company_id and f.id = o.id)))`;

/** What entries change of their charges: what is paid and what is charged; what is written off was charged all the same. */
const MOVED = (rows: string): string => `${INTO}
select d.company_id, uuidv7(), d.estate_id, d.metric, p.part, p.reason, d.kind, d.from_day, p.ripe_day, d.estate_id, p.numerator, p.denominator, d.recorded_at
  from (select ${CELL}, e.recorded_at,
               sum(case when e.kind = 'ALLOCATION' then -e.charge_effect_minor else 0 end)::bigint as paid,
               sum(case when e.kind in ('INCREASE', 'REDUCTION', 'WAIVER', 'TRANSFER', 'CANCELLATION') then e.charge_effect_minor else 0 end)::bigint as charged,
               count(*) filter (where e.kind = 'CANCELLATION' and ${FIRST(rows)}) as cancelled
          from ${rows} e join charge c on c.company_id = e.company_id and c.id = e.charge_id group by 1, 2, 3, 4, 5, 6, 7, 8) d
 cross join lateral (values ('COUNTED', '', d.due_day, d.paid, d.charged, true), ('PENDING', '', d.due_day, 0, -d.cancelled, true),
                            ('EXCLUDED', 'OTHER_CURRENCY', date '0001-01-01', 0, -d.cancelled, false)) p (part, reason, ripe_day, numerator, denominator, ours)
 where p.ours = d.ours and (p.numerator <> 0 or p.denominator <> 0)`;

const keeps = (name: string, statement: string): string =>
  `create function ${name}() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$ begin ${statement}; return null; end $$`;
const KEEPING = [
  keeps('metric_of_charges', CHARGED('fresh')),
  `create trigger "charge_metrics" after insert on "charge" referencing new table as fresh for each statement execute function metric_of_charges()`,
  keeps('metric_of_entries', MOVED('fresh')),
  `create trigger "ledger_entry_metrics" after insert on "ledger_entry" referencing new table as fresh for each statement execute function metric_of_entries()`,
];

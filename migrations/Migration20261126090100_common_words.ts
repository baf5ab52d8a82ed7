import { Migration } from '@mikro-orm/migrations';
import { LOOK_UP as BEFORE } from './Migration20261126050100_ticket_words.js';

/**
 * Why: of a word that hundreds of thousands of tickets say the look-up met them all to find those of one estate, and looked
 * at each anew, since its map of them had grown too coarse. It now stops at so many of the company, which tells that the
 * word is common, and has room for an exact map; without a bound it finds all.
 */
export class Migration20261126090100_common_words extends Migration {
  override up(): void {
    this.addSql(LOOK_UP);
  }

  override down(): void {
    this.addSql(BEFORE.replace('create function', 'create or replace function'));
  }
}

/** As many nulls as the bound where the company has that many: of the estates nothing is known then. */
const LOOK_UP = `
create or replace function tickets_with_words(company uuid, estates uuid[], terms text[], whole text, most int) returns setof uuid
  language plpgsql stable security definer
  set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan set max_parallel_workers_per_gather = 0
  set work_mem = '64MB' as $$
declare
  reach uuid[] := case when current_setting('app.all_estates', true) = 'on' then null
                       else coalesce(nullif(current_setting('app.estates', true), '')::uuid[], '{}') end;
  pairs text[] := (select array_agg(key) from unnest(terms) as term,
                          unnest((ticket_search_keys(company, '', term))[2:]) as key);
  looked_at text[] := (select array_agg('%' || term || '%') from unnest(terms) as term where length(term) <> 2);
  numbered text[] := ticket_search_keys(company, whole, '');
  hits bigint;
  found uuid[];
begin
  if company is distinct from nullif(current_setting('app.company', true), '')::uuid
    or current_setting('app.audience', true) is distinct from 'staff' then
    return;
  end if;
  select count(*), array_agg(c.id) filter (where (reach is null or c.estate_id = any (reach))
                                             and (estates is null or c.estate_id = any (estates)))
    into hits, found
    from (select t.id, t.estate_id from ticket t
           where t.company_id = company
             and ticket_search_keys(t.company_id, t.number, ticket_words(t.subject, t.description)) @> pairs
             and (looked_at is null or ticket_words(t.subject, t.description) like all (looked_at))
           limit most) c;
  if hits >= most then
    return query select null::uuid from generate_series(1, most);
    return;
  end if;
  return query
    select unnest(found)
    union
    (select t.id from ticket t
      where t.company_id = company
        and (reach is null or t.estate_id = any (reach)) and (estates is null or t.estate_id = any (estates))
        and ticket_search_keys(t.company_id, t.number, ticket_words(t.subject, t.description)) @> numbered
      limit most);
end
$$`;

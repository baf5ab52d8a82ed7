import { Migration } from '@mikro-orm/migrations';

/**
 * Why: a ticket is found by what was said, in Chinese as in Latin letters. Chinese has no spaces, so the index knows every
 * two neighbouring characters of subject and description, each under its company, and the whole number. Operators over
 * arrays are not leakproof and get no index behind the fence: the look-up runs as the owner, keeps to the session's
 * company and estates itself, and answers ids, which the fence then sees again. The index is made of the row, so words
 * that are erased leave with it.
 */
export class Migration20261126050100_ticket_words extends Migration {
  override up(): void {
    for (const statement of [WORDS, KEYS, INDEX, LOOK_UP, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop function if exists tickets_with_words(uuid, uuid[], text[], text, int)');
    this.addSql('drop index if exists "ticket_company_words_idx"');
    this.addSql('drop function if exists ticket_search_keys(uuid, text, text)');
    this.addSql('drop function if exists ticket_words(text, text)');
  }
}

/** What a ticket says, in one width and one case; what is neither letter nor digit is a space. */
const WORDS = `
create function ticket_words(subject text, description text) returns text
  language sql immutable parallel safe
  return lower(regexp_replace(
    normalize(subject || ' ' || coalesce(description, ''), NFKC) collate pg_catalog.pg_c_utf8, '[^[:alnum:]]+', ' ', 'g'))`;

/** The number first, then every two neighbours; the end of the company's id stands before each. */
const KEYS = `
create function ticket_search_keys(company uuid, number text, words text) returns text[]
  language plpgsql immutable parallel safe as $$
declare
  own text := right(company::text, 8);
  keys text[] := array[own || '#' || lower(normalize(number, NFKC) collate pg_catalog.pg_c_utf8)];
  before text := ' ';
  here text;
begin
  foreach here in array string_to_array(words, null) loop
    if here <> ' ' and before <> ' ' then keys := keys || (own || before || here); end if;
    before := here;
  end loop;
  return keys;
end
$$`;

const INDEX = `create index "ticket_company_words_idx" on "ticket" using gin (ticket_search_keys(company_id, number, ticket_words(subject, description)))`;

/** Two neighbours are found by their key alone; longer terms are looked at, since their pairs may stand apart. */
export const LOOK_UP = `
create function tickets_with_words(company uuid, estates uuid[], terms text[], whole text, most int) returns setof uuid
  language plpgsql stable security definer
  set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan set max_parallel_workers_per_gather = 0 as $$
declare
  reach uuid[] := case when current_setting('app.all_estates', true) = 'on' then null
                       else coalesce(nullif(current_setting('app.estates', true), '')::uuid[], '{}') end;
  pairs text[] := (select array_agg(key) from unnest(terms) as term,
                          unnest((ticket_search_keys(company, '', term))[2:]) as key);
  looked_at text[] := (select array_agg('%' || term || '%') from unnest(terms) as term where length(term) <> 2);
  numbered text[] := ticket_search_keys(company, whole, '');
begin
  if company is distinct from nullif(current_setting('app.company', true), '')::uuid
    or current_setting('app.audience', true) is distinct from 'staff' then
    return;
  end if;
  return query
    (select t.id from ticket t
      where t.company_id = company
        and (reach is null or t.estate_id = any (reach)) and (estates is null or t.estate_id = any (estates))
        and ticket_search_keys(t.company_id, t.number, ticket_words(t.subject, t.description)) @> pairs
        and (looked_at is null or ticket_words(t.subject, t.description) like all (looked_at))
      limit most)
    union
    (select t.id from ticket t
      where t.company_id = company
        and (reach is null or t.estate_id = any (reach)) and (estates is null or t.estate_id = any (estates))
        and ticket_search_keys(t.company_id, t.number, ticket_words(t.subject, t.description)) @> numbered
      limit most);
end
$$`;

const GRANTS = [
  `revoke all on function tickets_with_words(uuid, uuid[], text[], text, int) from public`,
  `grant execute on function tickets_with_words(uuid, uuid[], text[], text, int) to guanjia_api`,
];

/**
 * SQL that adds words to a check of the form `column in (…)`, behind those that it lists already, whichever they are: what
 * other migrations have added stays.
 */
export const addWords = (table: string, column: string, words: readonly string[]): string =>
  changeWords(table, column, `listed || array[${words.map((word) => `'${word}'`).join(', ')}]`);

/** The way back: takes the words out. No row may hold one of them any more. */
export const removeWords = (table: string, column: string, words: readonly string[]): string =>
  changeWords(
    table,
    column,
    `array(select word from unnest(listed) with ordinality as w(word, place) where word <> all (array[${words.map((word) => `'${word}'`).join(', ')}]) order by place)`,
  );

const changeWords = (table: string, column: string, wanted: string): string => `
do $change$
declare
  listed text[];
begin
  select array_agg(hit[1] order by place) into listed
    from pg_constraint,
         regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''::text', 'g') with ordinality as m(hit, place)
   where conrelid = '${table}'::regclass and conname = '${table}_${column}_check';
  execute 'alter table "${table}" drop constraint "${table}_${column}_check"';
  execute format('alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (%s))',
                 (select string_agg(quote_literal(word), ', ' order by place)
                    from unnest(${wanted}) with ordinality as w(word, place)));
end
$change$`;

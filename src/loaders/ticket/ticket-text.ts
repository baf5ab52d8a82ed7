import { sql, type RawBuilder } from 'kysely';
import { invalidInput } from '../../domain/errors.js';
import { MOST_TERMS, searchTerms } from '../../domain/ticket/search-terms.js';
import { sqlFor, type Tables } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { wantedEstates } from '../wanted.js';

/** How a list is searched by a text. Null: not at all. */
export interface TextConditions {
  readonly terms: readonly string[] | null;
  readonly whole: string | null;
  /** The terms as patterns. */
  readonly patterns: readonly string[] | null;
  /** The estates that are searched; null is the whole company. */
  readonly searched: readonly string[] | null;
  /** Whether the index of words is asked; else each ticket of the list is. */
  readonly lookedUp: boolean | null;
}

/** Up to here of a company looking up all that say it is cheaper than meeting one in so many while walking the list. */
const FEW = 20_000;
const NOTHING: TextConditions = { terms: null, whole: null, patterns: null, searched: null, lookedUp: null };

/**
 * What is searched for, as it is looked up. Residents have so few tickets that each is asked.
 * @throws INVALID_INPUT for a text without two letters or digits in a row, and for more than eight words
 */
export function textConditions(
  ctx: RequestContext,
  text: string | null | undefined,
  estateIds: readonly string[] | null | undefined,
): TextConditions {
  if (text == null) return NOTHING;
  const found = searchTerms(text);
  if (!found) throw invalidInput('filter.text', 'must have two letters or digits in a row');
  const { terms, whole } = found;
  if (terms.length > MOST_TERMS)
    throw invalidInput('filter.text', `must have at most ${MOST_TERMS} words`, { max: MOST_TERMS });
  const patterns = terms.map((term) => `%${term}%`);
  const searched = wantedEstates(ctx, 'ticket.read', estateIds);
  return { terms, whole, patterns, searched, lookedUp: ctx.asker.kind !== 'RESIDENT' };
}

/** The condition that a ticket says the text, in its words or as its number: of all that do. */
export const saying = (companyId: string, given: TextConditions) =>
  given.lookedUp ? sql<boolean>`t.id = any(array${saidBy(companyId, given, null)})` : says('t', given);

/**
 * The tickets that say the text, in place of all, for who takes the first of them in some order: one part finds those of
 * a word that few say by the index of words, the other walks the list and asks each ticket, of a word that many say. Which
 * of them answers is known only when the word has been looked up, in the same statement.
 */
export const ticketsSaying = (companyId: string, given: TextConditions) =>
  sqlFor
    .with('said', () =>
      sqlFor
        .selectFrom(saidBy(companyId, given, FEW + 1).as('one'))
        .select([sql<boolean>`count(*) > ${sql.lit(FEW)}`.as('common'), sql<string[]>`array_agg(one.id)`.as('ids')]),
    )
    .selectFrom(
      sql<Tables['ticket']>`(
        select a.* from ticket a where a.company_id = ${companyId}::uuid
           and a.id = any(array(select unnest(s.ids) from said s where not s.common))
        union all
        select b.* from ticket b where b.company_id = ${companyId}::uuid
           and (select s.common from said s) and ${says('b', given)})`.as('t'),
    );

/** Whether a ticket says it, asked of its row. */
const says = (alias: string, { patterns, whole }: TextConditions) => {
  const column = (name: string): RawBuilder<string> => sql.raw(`${alias}.${name}`);
  return sql<boolean>`(ticket_words(${column('subject')}, ${column('description')}) like all(${patterns}::text[])
    or lower(normalize(${column('number')}, NFKC)) = ${whole}::text)`;
};

/** The ids of the tickets that say it; with a bound as many nulls where the company has that many. */
const saidBy = (companyId: string, { terms, whole, searched }: TextConditions, most: number | null) =>
  sql<{
    id: string;
  }>`(select id from tickets_with_words(${companyId}::uuid, ${searched}::uuid[], ${terms}::text[], ${whole}::text, ${sql.lit(most)}) as id)`;

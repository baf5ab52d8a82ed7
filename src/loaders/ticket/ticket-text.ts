import { sql, type RawBuilder } from 'kysely';
import { invalidInput } from '../../domain/errors.js';
import { MOST_TERMS, searchTerms } from '../../domain/ticket/search-terms.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { sqlFor } from '../../tenancy/read/tables.js';
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
  /** Whether so few tickets of the company say it that they are looked up; else the list is walked and each is asked. */
  readonly few: boolean | null;
  /** Whether those of a common word are looked up all the same. */
  readonly all: true | null;
}

/** Up to here of a company looking up all that say it is cheaper than meeting one in so many while walking the list. */
const FEW = 20_000;
const NOTHING: TextConditions = { terms: null, whole: null, patterns: null, searched: null, few: null, all: null };

/**
 * How the tickets that say a text are found: one statement asks the index of words whether they are few; of a common word
 * the list is walked, and each ticket is asked. Residents have so few tickets that each is asked.
 * @throws INVALID_INPUT for a text without two letters or digits in a row, and for more than eight words
 */
export async function textConditions(
  ctx: RequestContext,
  text: string | null | undefined,
  estateIds: readonly string[] | null | undefined,
): Promise<TextConditions> {
  if (text == null) return NOTHING;
  const found = searchTerms(text);
  if (!found) throw invalidInput('filter.text', 'must have two letters or digits in a row');
  const { terms, whole } = found;
  if (terms.length > MOST_TERMS)
    throw invalidInput('filter.text', `must have at most ${MOST_TERMS} words`, { max: MOST_TERMS });
  const patterns = terms.map((term) => `%${term}%`);
  const asked = { terms, whole, patterns, searched: wantedEstates(ctx, 'ticket.read', estateIds), all: null };
  if (ctx.asker.kind === 'RESIDENT') return { ...asked, few: false };
  const [row] = await ctx.moment.read(COUNT({ companyId: ctx.asker.companyId, ...asked }));
  return { ...asked, few: (row?.count ?? 0) <= FEW };
}

/**
 * The same for whoever counts: a walk ends with a page and not with a count, so all that say a common word are looked up.
 */
export const toCount = <C extends TextConditions>(ctx: RequestContext, conditions: C): C =>
  conditions.few === false && ctx.asker.kind !== 'RESIDENT' ? { ...conditions, all: true } : conditions;

/** The condition that a ticket says the text, in its words or as its number. */
export function saying(companyId: string, { terms, whole, patterns, searched, few, all }: TextConditions) {
  if (few === true || all === true) {
    const ids = saidBy({ companyId, terms, whole, searched }, all ? null : FEW + 1);
    return sql<boolean>`t.id = any(array${ids})`;
  }
  return sql<boolean>`(ticket_words(t.subject, t.description) like all(${patterns}::text[])
    or lower(normalize(t.number, NFKC)) = ${whole}::text)`;
}

type Asked = Pick<TextConditions, 'terms' | 'whole' | 'searched'> & { readonly companyId: string };

/** The ids of the tickets that say it; with a bound as many nulls where the company has that many. */
const saidBy = ({ companyId, terms, whole, searched }: Asked, most: number | null): RawBuilder<{ id: string }> =>
  sql`(select id from tickets_with_words(${companyId}::uuid, ${searched}::uuid[], ${terms}::text[], ${whole}::text, ${sql.lit(most)}) as id)`;

const COUNT = shaped((asked: Asked) =>
  sqlFor.selectFrom(saidBy(asked, FEW + 1).as('said')).select(sql<number>`count(*)`.as('count')),
);

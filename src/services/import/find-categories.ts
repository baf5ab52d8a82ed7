import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { TicketDraft } from '../../domain/import/map-row.js';
import { RowRejection } from '../../domain/import/reject-reason.js';

const SELECT = `
select id, code, kinds from ticket_category
 where company_id = ? and code = any(array(select jsonb_array_elements_text(?::jsonb)))`;

/**
 * The categories that drafts name by code: one for the ticket's kind, also where it is retired today, since what is
 * imported is history.
 */
export async function findCategories(
  em: SqlEntityManager,
  companyId: string,
  drafts: readonly TicketDraft[],
): Promise<(draft: TicketDraft) => string | null | RowRejection> {
  const codes = [...new Set(drafts.flatMap(({ category }) => category ?? []))];
  type Row = { readonly id: string; readonly code: string; readonly kinds: readonly string[] };
  const rows = codes.length > 0 ? await em.execute<Row[]>(SELECT, [companyId, JSON.stringify(codes)]) : [];
  const found = new Map(rows.map((row) => [row.code, row]));
  return ({ category, kind }) => {
    if (category === null) return null;
    const row = found.get(category);
    return row?.kinds.includes(kind) ? row.id : new RowRejection('UNKNOWN_CATEGORY', category);
  };
}

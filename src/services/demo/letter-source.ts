import type { LetterSource } from '../../domain/liaison-letter/letter-source.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import type { Row } from './demo-rows.js';

/** What a letter is about. */
interface FoundSource {
  readonly sourceKind: LetterSource;
  readonly sourceId: string | null;
}

/** The rows that a letter may be about, with the instant that they are known since. */
const ROWS_OF: Readonly<
  Record<Exclude<LetterSource, 'OTHER'>, { table: string; at: string; fits: (row: Row) => boolean }>
> = {
  COMPLAINT: {
    table: 'ticket',
    at: 'reported_at',
    fits: (row) => ['IMPORTANT', 'MAJOR'].includes(String(row['complaint_class'])),
  },
  REPAIR: { table: 'ticket', at: 'reported_at', fits: (row) => row['kind'] === 'REPAIR' && row['unit_id'] === null },
  VISIT_SUMMARY: { table: 'visit_summary', at: 'decided_at', fits: (row) => row['stage'] === 'APPROVED' },
};

/** The latest of its kind on the estate before an instant; something else where there is none. @rule R-ESC-01 @rule R-VIS-20 */
export function letterSource({ rows }: DemoCompany, estate: DemoEstate, kind: LetterSource, atMs: number): FoundSource {
  if (kind === 'OTHER') return { sourceKind: 'OTHER', sourceId: null };
  const { table, at, fits } = ROWS_OF[kind];
  const known = rows
    .of(table)
    .filter((row) => row['estate_id'] === estate.id && fits(row) && Date.parse(String(row[at])) < atMs)
    .map((row) => ({ id: String(row['id']), ms: Date.parse(String(row[at])) }));
  const latest = known.toSorted((a, b) => b.ms - a.ms)[0];
  return latest ? { sourceKind: kind, sourceId: latest.id } : { sourceKind: 'OTHER', sourceId: null };
}

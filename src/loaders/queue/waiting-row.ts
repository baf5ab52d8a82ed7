import { sql, type Expression, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Something that waits: for whom and why says the list that it stands in. */
export interface WaitingRow<R extends string> {
  readonly reason: R;
  readonly subjectKind: 'TICKET' | 'CONTACT' | 'APPROVAL' | 'OBLIGATION' | 'ESTATE';
  readonly id: string;
  /** Null: the company's own matter. */
  readonly estateId: string | null;
  readonly since: Date;
  readonly dueAt: Date | null;
}

/** A selection of such rows. */
export type Waiting = Expression<WaitingRow<string>>;

/** The words of a row, for a selection that says the rest. */
export const waitsAs = <R extends string>(reason: R, subjectKind: WaitingRow<R>['subjectKind']) =>
  [
    sql<R>`${sql.lit(reason)}::text`.as('reason'),
    sql<WaitingRow<R>['subjectKind']>`${sql.lit(subjectKind)}::text`.as('subjectKind'),
  ] as const;

/** The rows of all selections. */
export const allOf = <R extends string>(selections: readonly Waiting[]): RawBuilder<WaitingRow<R>> =>
  sql`(${sql.join(
    selections.map((selection) => sql`(select * from ${selection} as one)`),
    sql` union all `,
  )})`;

/** The present instant, by the house's clock. */
export const presently = (ctx: RequestContext): RawBuilder<Date> =>
  sql`coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now())`;

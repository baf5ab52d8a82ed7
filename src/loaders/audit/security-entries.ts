import { sql } from 'kysely';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** A line of the security log as the function of the database returns it. */
interface SecurityEntryRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: 'SIGN_IN_FAILED' | 'SIGN_IN_BLOCKED' | 'CODE_REFUSED' | 'REFRESH_REUSED' | 'FORBIDDEN';
  readonly accountId: string | null;
  readonly address: string | null;
}

const KEYS = [{ column: 's.id', type: 'uuid', descending: true }] as const;

/**
 * A page of the failed sign-ins and refusals of the asker's company, latest first. The log stands outside the fence and
 * the program may not read it: a function of its owner gives the lines of the company that the session is set to.
 */
export const securityEntriesPage = (ctx: RequestContext, args: PageArgs) =>
  page(
    ctx.moment,
    sqlFor
      .selectFrom(sql<SecurityEntryRow>`own_security_log(${ctx.asker.companyId}::uuid)`.as('s'))
      .select(['s.id', 's.at', 's.kind', 's.accountId', 's.address']),
    KEYS,
    args,
  );

import type { Pool } from 'pg';
import type { Login } from '../../domain/identity/login.js';
import { ReadMoment } from '../read/read-moment.js';
import { sqlFor } from '../read/tables.js';
import { doorVariables } from '../session-variables.js';

/** What the door knows of a login: its company, and the account if there is one. */
export interface Credentials {
  readonly companyId: string;
  readonly companyCode: string;
  readonly account:
    { readonly id: string; readonly passwordHash: string; readonly disabledAt: Date | null } | undefined;
}

/** The company that a code names, before anybody is known; null when it names none. */
export async function companyOfCode(pool: Pool, code: string): Promise<string | null> {
  const companies = await pool.query<{ companyId: string }>({
    name: 'company_of_code',
    text: 'select company_id as "companyId" from company_directory where code = $1',
    values: [code],
  });
  return companies.rows[0]?.companyId ?? null;
}

/** Looks a login up: the company by its code, then the account inside that company only. Null without the company. */
export async function findCredentials(pool: Pool, login: Login): Promise<Credentials | null> {
  const companyId = await companyOfCode(pool, login.companyCode);
  if (companyId === null) return null;
  const moment = new ReadMoment(pool, doorVariables(companyId), null);
  try {
    const [account] = await moment.read(
      sqlFor
        .selectFrom('account as a')
        .select(['a.id', 'a.password_hash as passwordHash', 'a.disabled_at as disabledAt'])
        .where('a.company_id', '=', companyId)
        .where('a.login', '=', login.name),
    );
    return { companyId, companyCode: login.companyCode, account };
  } finally {
    await moment.finish();
  }
}

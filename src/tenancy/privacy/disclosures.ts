import type { Pool } from 'pg';
import type { Principal } from '../principal.js';
import { sessionVariables } from '../session-variables.js';
import { WriteTransaction } from '../write/write-transaction.js';

/** That data of somebody were shown whole under a grant. */
export interface Disclosure {
  readonly grantId: string;
  readonly kind: 'CUSTOMER' | 'TICKET';
  readonly subjectId: string;
}

const LOG = `
insert into unmask_read (company_id, grant_id, day, subject_kind, subject_id, estate_id, operations, first_at, last_at)
select g.company_id, g.id, (t.at at time zone e.time_zone)::date, d.kind, d.subject_id, g.estate_id, 1, t.at, t.at
  from jsonb_to_recordset($1::jsonb) as d(grant_id uuid, kind text, subject_id uuid)
 cross join (select coalesce($2::timestamptz, now()) as at) t
  join unmask_grant g on g.company_id = $3 and g.id = d.grant_id
  join estate e on e.company_id = g.company_id and e.id = g.estate_id
 order by g.id, d.kind, d.subject_id
    on conflict (company_id, grant_id, day, subject_kind, subject_id)
    do update set operations = unmask_read.operations + 1, last_at = excluded.last_at
returning 1`;

/** What one operation has shown under grants; logged before its answer leaves. */
export class Disclosures {
  readonly #noted = new Map<Principal, Map<string, Disclosure>>();

  get none(): boolean {
    return this.#noted.size === 0;
  }

  note(asker: Principal, disclosure: Disclosure): void {
    const own = this.#noted.get(asker) ?? new Map<string, Disclosure>();
    own.set(`${disclosure.grantId}/${disclosure.kind}/${disclosure.subjectId}`, disclosure);
    this.#noted.set(asker, own);
  }

  /**
   * Logs them all, or throws: what is not logged must not be answered.
   * @throws Error when one of them cannot be logged
   */
  async log(pool: Pool, at: Date | null): Promise<void> {
    const noted = [...this.#noted];
    this.#noted.clear();
    for (const [asker, own] of noted) await logFor(pool, asker, [...own.values()], at);
  }
}

async function logFor(pool: Pool, asker: Principal, noted: readonly Disclosure[], at: Date | null): Promise<void> {
  const rows = noted.map((each) => ({ grant_id: each.grantId, kind: each.kind, subject_id: each.subjectId }));
  const transaction = await WriteTransaction.open(pool, sessionVariables(asker));
  try {
    const logged = await transaction.execute<unknown>(LOG, [JSON.stringify(rows), at, asker.companyId]);
    if (logged.length !== noted.length) throw new Error('What was shown under a grant could not be logged.');
    await transaction.commit();
  } finally {
    await transaction.rollback();
  }
}

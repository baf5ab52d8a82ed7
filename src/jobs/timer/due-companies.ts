import type { Pool } from 'pg';
import { watchRead } from '../../tenancy/read/watch-read.js';

/** The soonest timer of a company. */
interface DueCompany {
  readonly companyId: string;
  /** Milliseconds until it is due; negative when it is. */
  readonly inMs: number;
}

/** One look into an index for each company, however many timers run. */
const SOONEST = {
  name: 'timers_soonest',
  text: `
select h.company_id as "companyId", (extract(epoch from t.due_at - n.now) * 1000)::float8 as "inMs"
  from (select coalesce($1::timestamptz, clock_timestamp()) as now) n
 cross join company_head h
 cross join lateral (select min(due_at) as due_at from timer where company_id = h.company_id) t
 where t.due_at < n.now + $2 * interval '1 millisecond'
 order by t.due_at`,
};

/**
 * Which companies have a timer that is due, or will be within so many milliseconds; read as the watching role, which sees
 * companies and instants of all and no row of any.
 * @param now overrides the database's time in tests
 */
export function dueCompanies(pool: Pool, now: Date | null, withinMs: number): Promise<DueCompany[]> {
  return watchRead(pool, { ...SOONEST, values: [now, withinMs] });
}

import { sql } from 'kysely';
import type { House } from '../../tenancy/house.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { wireTypes } from '../../tenancy/read/wire-types.js';
import { houseVariables } from '../../tenancy/session-variables.js';
import { DEAD_QUEUE } from '../job/queues.js';
import type { Parked } from './parked.js';

/** How many of a kind are shown: of a company, but for jobs, and of these in all. */
const MOST = 1_000;

type Row = Omit<Parked, 'id' | 'companyCode' | 'companyId'>;

const JOBS = `
select d.company_id as "companyId", d.code as "companyCode", 'job' as kind, j.source_name as name,
       j.data ->> 'rowId' as subject, j.id::text as row, j.created_on as "parkedAt",
       j.source_output ->> 'message' as failure
  from pgboss.job j join company_directory d on d.company_id = (j.data ->> 'companyId')::uuid
 where j.name = $1 and j.state = 'created'
 order by j.created_on limit $2`;

/** Everything that has failed for good, of all companies, the oldest first; at most 1,000 jobs and 1,000 else of a company and kind. */
export async function listParked(house: House): Promise<Parked[]> {
  const dead = { text: JOBS, values: [DEAD_QUEUE, MOST], types: wireTypes };
  const { rows: jobs } = await house.pool.query<Omit<Parked, 'id'>>(dead);
  const { rows: companies } = await house.pool.query<{ id: string; code: string }>(
    'select company_id as id, code from company_directory order by code',
  );
  const parked: Parked[] = jobs.map((job) => ({ ...job, id: `job/${job.row}` }));
  for (const { id, code } of companies)
    for (const row of await ofCompany(house, id))
      parked.push({ ...row, companyId: id, companyCode: code, id: [row.kind, code, ...keyOf(row)].join('/') });
  return parked.toSorted((a, b) => a.parkedAt.getTime() - b.parkedAt.getTime());
}

const keyOf = ({ kind, name, row }: Row): string[] => (kind === 'reaction' ? [name, row] : [row]);

async function ofCompany(house: House, companyId: string): Promise<Row[]> {
  const query = sql<Row>`
(select 'timer' as kind, kind as name, subject_id::text as subject, id::text as row, parked_at as "parkedAt",
        null as failure
   from timer where company_id = ${companyId} and due_at is null order by parked_at limit ${MOST})
union all
(select 'reaction', reaction, seq::text, seq::text, parked_at, failure
   from parked_event where company_id = ${companyId} order by parked_at limit ${MOST})`;
  const moment = new ReadMoment(house.pool, houseVariables(companyId), companyId);
  try {
    return await moment.read(query.compile(sqlFor));
  } finally {
    await moment.finish();
  }
}

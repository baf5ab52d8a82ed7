import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

/** What was tried to serve documents on each debtor, earliest first, with the kinds of what proves it. @rule R-DUN-16 */
export const servicesOfCase = (ctx: RequestContext) =>
  ctx.moment.once(servicesOfCase, () =>
    listBy(
      (ids) => {
        const { companyId } = ctx.asker;
        const services = sqlFor
          .selectFrom('document_service as v')
          .innerJoin('dunning_case as c', (join) =>
            join.onRef('c.company_id', '=', 'v.company_id').onRef('c.id', '=', 'v.case_id'),
          )
          .select(
            columns(
              'v',
              ...([
                'id',
                'estate_id',
                'case_id',
                'document',
                'method',
                'outcome',
                'attempted_at',
                'attempted_on',
                'arrears_minor',
                'arrears_from',
                'arrears_until',
                'receipt_number',
                'notarised',
                'served_by',
                'recorded_at',
              ] as const),
            ),
          )
          .select('c.currency')
          .select(
            sql<string>`coalesce((select string_agg(distinct a.kind, ',') from dunning_evidence e
              join attachment a on a.company_id = e.company_id and a.id = e.attachment_id
             where e.company_id = ${companyId} and e.service_id = v.id and a.state = 'READY'), '')`.as('proofs'),
          )
          .where('v.company_id', '=', companyId)
          .where(sql<boolean>`v.case_id = any(${[...ids]}::uuid[])`);
        const reach = inReach(ctx, 'dunning.read', 'v.estate_id');
        return ctx.moment.read((reach ? services.where(reach) : services).orderBy('v.attempted_at').orderBy('v.id'));
      },
      (row) => row.caseId,
    ),
  );

export type DocumentServiceRow = Awaited<ReturnType<ReturnType<typeof servicesOfCase>['load']>>[number];

/** The ids of the files that prove steps and services, by what they prove. @rule R-DUN-12 */
export const evidenceOf = (ctx: RequestContext) =>
  ctx.moment.once(evidenceOf, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sql<{ readonly ofId: string; readonly attachmentId: string }>`
            select coalesce(e.step_id, e.service_id) as "ofId", e.attachment_id as "attachmentId" from dunning_evidence e
             where e.company_id = ${ctx.asker.companyId}
               and (e.step_id = any(${[...ids]}::uuid[]) or e.service_id = any(${[...ids]}::uuid[]))
             order by e.id`.compile(sqlFor),
        ),
      (row) => row.ofId,
    ),
  );

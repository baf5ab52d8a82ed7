import { sql } from 'kysely';
import type { AttachmentSubject } from '../../domain/attachment/attachment-subject.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

/** Attachments by id, also those whose bytes have not come yet. Null where the asker may not read them. */
export const attachmentById = (ctx: RequestContext) =>
  ctx.moment.once(attachmentById, () =>
    byId((ids) => ctx.moment.read(attachmentsInReach(ctx).where(sql<boolean>`a.id = any(${ids}::uuid[])`))),
  );

/** What is attached to tickets that the asker has read already, oldest first; only what is there. @rule D-30 */
export const attachmentsOfTicket = (ctx: RequestContext) =>
  ctx.moment.once(attachmentsOfTicket, () => attachmentsOf(ctx, 'TICKET'));

/** The same of readings of meters. */
export const attachmentsOfReading = (ctx: RequestContext) =>
  ctx.moment.once(attachmentsOfReading, () => attachmentsOf(ctx, 'METER_READING'));

/** The same of payment notices. */
export const attachmentsOfNotice = (ctx: RequestContext) =>
  ctx.moment.once(attachmentsOfNotice, () => attachmentsOf(ctx, 'PAYMENT_NOTICE'));

const attachmentsOf = (ctx: RequestContext, subject: AttachmentSubject) =>
  listBy(
    (ids) =>
      ctx.moment.read(
        attachmentsInReach(ctx)
          .where('a.subject_kind', '=', subject)
          .where(sql<boolean>`a.subject_id = any(${ids}::uuid[])`)
          .where('a.state', '=', 'READY')
          .orderBy('a.id'),
      ),
    (row) => row.subjectId,
  );

const ATTACHMENTS = sqlFor
  .selectFrom('attachment as a')
  .select(
    columns(
      'a',
      'id',
      'company_id',
      'estate_id',
      'subject_kind',
      'subject_id',
      'kind',
      'purpose',
      'visibility',
      'name',
      'bytes',
      'state',
      'media_type',
      'sha256',
      'width',
      'height',
      'thumbnail_bytes',
      'account_id',
      'actor_kind',
      'actor_id',
      'upload_until',
      'ready_at',
    ),
  );

/** The attachments that the asker may know of: where tickets, dunning cases, meters or fees may be read, and for a resident what customers may see. */
function attachmentsInReach(ctx: RequestContext) {
  const { asker } = ctx;
  let attachments = ATTACHMENTS.where('a.company_id', '=', asker.companyId);
  const [tickets, debts, meters, fees] = (['ticket.read', 'dunning.read', 'meter.read', 'fee.read'] as const).map(
    (action) => inReach(ctx, action, 'a.estate_id') ?? sql`true`,
  );
  attachments = attachments.where(
    sql<boolean>`case a.subject_kind when 'TICKET' then ${tickets} when 'DUNNING_CASE' then ${debts}
      when 'METER_READING' then ${meters} else ${fees} end`,
  );
  if (asker.kind === 'RESIDENT')
    attachments = attachments
      .where('a.visibility', '=', 'CUSTOMER')
      .where(sql<boolean>`a.occupancy_id = any(${[...asker.occupancyIds]}::uuid[])`);
  return attachments;
}

export type AttachmentRow = NonNullable<Awaited<ReturnType<ReturnType<typeof attachmentById>['load']>>>;

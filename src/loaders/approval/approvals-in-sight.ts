import { sql, type RawBuilder } from 'kysely';
import { kindsDecidedWith } from '../../domain/approval/approval-route.js';
import type { DecidingPower } from '../../domain/approval/deciding-power.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { powersOfAsker } from './powers-of-asker.js';

/**
 * The approvals that the asker may see: those that the asker has prepared, and those of a kind that the asker decides,
 * today, at some step, on that estate.
 * @rule R-ORG-68
 */
export async function approvalsInSight(ctx: RequestContext) {
  const { companyId, subjectId } = ctx.asker;
  const powers = await powersOfAsker(ctx);
  const seen = powers.flatMap(({ action, estateId }) =>
    kindsDecidedWith(action).map((kind) => [kind, estateId] as const),
  );
  const distinct = [...new Map(seen.map((each) => [each.join('/'), each])).values()];
  const decides = sql<boolean>`
    exists (select 1 from unnest(${distinct.map(([kind]) => kind)}::text[],
                                 ${distinct.map(([, estate]) => estate)}::uuid[]) as s(kind, estate)
             where s.kind = a.subject_kind and (s.estate is null or s.estate = a.estate_id))`;
  return APPROVALS.where('a.company_id', '=', companyId).where(
    sql<boolean>`(a.prepared_by = ${subjectId} or ${decides})`,
  );
}

/**
 * The condition that an approval waits for the asker: somebody else has prepared it, and a power of the asker is what
 * its step needs; nobody decides through a deputy what the same person has prepared.
 * @rule R-ORG-68
 */
export function waitsFor(ctx: RequestContext, powers: readonly DecidingPower[]): RawBuilder<boolean> {
  const wanted = powers.filter(({ action }) => kindsDecidedWith(action).length > 0);
  const [actions, estates, absent] = [
    wanted.map((power) => power.action),
    wanted.map((power) => power.estateId),
    wanted.map((power) => power.onBehalfOf),
  ];
  return sql<boolean>`
    a.awaited_action = any(${[...new Set(actions)]}::text[]) and a.prepared_by <> ${ctx.asker.subjectId}
    and exists (select 1 from unnest(${actions}::text[], ${estates}::uuid[], ${absent}::uuid[]) as w(action, estate, absent)
                 where w.action = a.awaited_action and (w.estate is null or w.estate = a.estate_id)
                   and (w.absent is null or w.absent <> a.prepared_by))`;
}

const APPROVALS = sqlFor
  .selectFrom('approval as a')
  .select(
    columns(
      'a',
      'id',
      'estate_id',
      'subject_kind',
      'subject_id',
      'state',
      'awaited_action',
      'round',
      'prepared_by',
      'prepared_at',
      'decided_at',
      'version',
    ),
  );

export type ApprovalRow = Awaited<ReturnType<Awaited<ReturnType<typeof approvalsInSight>>['execute']>>[number];

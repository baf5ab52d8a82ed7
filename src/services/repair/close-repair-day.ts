import { endOfLocalDay, startOfLocalDay } from '../../domain/calendar/local-instant.js';
import { newId } from '../../entities/new-id.js';
import { RepairCheck } from '../../entities/repair/repair-check.entity.js';
import { RepairDay } from '../../entities/repair/repair-day.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { zoneOf } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { holdRepairDay } from './steps/hold-repair-day.js';

interface CloseRepairDay extends CommandInput {
  readonly estateId: string;
  /** `YYYY-MM-DD` at the estate. */
  readonly day: string;
}

interface Counted {
  readonly reported: number;
  readonly completed: number;
  readonly open: number;
  readonly withoutConsent: number;
}

/** `$3` the first instant of the day, `$4` the first one after it. What was done meanwhile was open at its end. */
const COUNT = `
select (select count(*) from ticket t where t.company_id = $1 and t.estate_id = $2 and t.kind = 'REPAIR'
           and t.reported_at >= $3 and t.reported_at < $4)::int as reported,
       (select count(*) from ticket t where t.company_id = $1 and t.estate_id = $2 and t.kind = 'REPAIR'
           and t.completed_at >= $3 and t.completed_at < $4)::int as completed,
       ((select count(*) from ticket t where t.company_id = $1 and t.estate_id = $2 and t.kind = 'REPAIR'
            and t.phase in ('OPEN', 'IN_PROGRESS') and t.reported_at < $4)
      + (select count(*) from ticket t where t.company_id = $1 and t.estate_id = $2 and t.kind = 'REPAIR'
            and t.phase not in ('OPEN', 'IN_PROGRESS') and t.completed_at >= $4 and t.reported_at < $4)
      + (select count(*) from ticket t where t.company_id = $1 and t.estate_id = $2 and t.kind = 'REPAIR'
            and t.completed_at is null and t.closed_at >= $4 and t.reported_at < $4))::int as open,
       (select count(*) from repair_visit v where v.company_id = $1 and v.estate_id = $2
           and v.without_consent and v.arrived_at >= $3 and v.arrived_at < $4)::int as "withoutConsent"`;

/** Drawn by a hash of the order and the day, so that nobody chooses and a repeat draws the same; orders with own work. */
const DRAW = `
select t.id from ticket t
 where t.company_id = $1 and t.estate_id = $2 and t.kind = 'REPAIR' and t.completed_at >= $3 and t.completed_at < $4
   and t.merged_into_id is null
   and not exists (select 1 from repair_check k where k.company_id = t.company_id and k.ticket_id = t.id)
 order by md5(t.id::text || $5), t.id limit $6`;

/**
 * Counts the repairs of an estate's day once it is over, and draws finished orders for the customer service manager to
 * check; the matrix tells the heads of customer service and Engineering. Counted once: a repeat changes nothing. Needs
 * `company.manage` on all estates: the program itself does it.
 * @rule R-RPR-16 @rule R-RPR-17 @rule R-RPR-19 @rule D-25
 * @throws NOT_FOUND estate
 */
export async function closeRepairDay(ctx: CommandContext, input: CloseRepairDay): Promise<{ counted: boolean }> {
  const { companyId, em } = ctx;
  const { estateId, day } = input;
  authorizeOn(ctx.principal, 'company.manage', null);
  const timeZone = await zoneOf(ctx, estateId);
  await holdRepairDay(ctx, estateId, day);
  if ((await em.count(RepairDay, { companyId, estateId, day })) > 0) return { counted: false };
  const from = startOfLocalDay(day, timeZone);
  const until = endOfLocalDay(day, timeZone);
  const [figures] = await ctx.execute<Counted>(COUNT, [companyId, estateId, from, until]);
  if (!figures) return { counted: false };
  const id = newId();
  em.create(RepairDay, { companyId, id, estateId, day, ...figures, countedAt: ctx.clock.now() });
  const most = await policyInForce(ctx, 'R-RPR-19', estateId, day);
  const drawn = await ctx.execute<{ id: string }>(DRAW, [companyId, estateId, from, until, day, most]);
  for (const { id: ticketId } of drawn)
    em.create(RepairCheck, {
      companyId,
      id: newId(),
      estateId,
      ticketId,
      day,
      drawn: true,
      state: 'OPEN',
      complete: null,
      accurate: null,
      arrivedAsRequired: null,
      finding: null,
      checkedBy: null,
      checkedAt: null,
      firstCheckedAt: null,
      version: 1,
    });
  ctx.record({
    type: 'repair.DAY_COUNTED',
    estateId,
    subjectKind: 'repairDay',
    subjectId: id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { day, ...figures, drawn: drawn.length },
  });
  return { counted: true };
}

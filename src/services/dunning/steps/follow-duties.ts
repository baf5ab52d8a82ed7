import { deadlineOfLocalDay } from '../../../domain/calendar/local-instant.js';
import { dutyOf, type DunningDuty } from '../../../domain/dunning/dunning-duty.js';
import { dunnableDays, type CaseStanding } from '../../../tenancy/dunning/case-standing.js';
import { zoneOf } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { lapse } from '../../obligation/steps/lapse.js';
import { owe } from '../../obligation/steps/owe.js';
import { owedFor } from '../../obligation/steps/owed-for.js';
import { reschedule } from '../../obligation/steps/reschedule.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';
import { standingOf } from './standing-of.js';

const KINDS: readonly DunningDuty['kind'][] = ['DUNNING_CALL', 'DUNNING_VISIT', 'LETTER_SERVICE'];

/**
 * Has the dunning team owe what is next about a case, and nothing else: what is owed no longer lapses.
 * @rule R-DUN-02 @rule R-DUN-04 @rule D-09 @rule D-13
 */
export async function followDuties(ctx: CommandContext, caseId: string): Promise<void> {
  await followDutiesOf(ctx, await standingOf(ctx, caseId));
}

/** The same where it is known how the case stands. */
export async function followDutiesOf(ctx: CommandContext, standing: CaseStanding): Promise<void> {
  const { id, estateId, today } = standing;
  const months = await policyInForce(ctx, 'Q-12', estateId, today);
  const days = await policyInForce(ctx, 'D-13', estateId, today);
  const { leads } = await policyInForce(ctx, 'P-31', estateId, today);
  const duty = dutyOf({ ...standing, dueDays: dunnableDays(standing) }, months, days);
  const owed = await owedFor(ctx, KINDS, id);
  const now = ctx.clock.now();
  const same = owed.find(({ kind }) => kind === duty?.kind);
  lapse(
    ctx,
    owed.filter((each) => each !== same),
    now,
  );
  if (duty === null) return;
  const dueAt = deadlineOfLocalDay(duty.dueDay, await zoneOf(ctx, estateId));
  if (same) {
    if (same.state === 'OPEN') reschedule(ctx, same, dueAt, now);
    return;
  }
  owe(ctx, {
    kind: duty.kind,
    estateId,
    subjectKind: 'DUNNING_CASE',
    subjectId: id,
    owner: { ownerPost: leads },
    dueAt,
  });
}

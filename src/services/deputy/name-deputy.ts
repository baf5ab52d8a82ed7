import { assertDeputyDays, assertMayName } from '../../domain/deputy/naming.js';
import { conflict, invalidInput, ruleRefused } from '../../domain/errors.js';
import type { Role } from '../../domain/identity/role.js';
import { Deputy } from '../../entities/deputy/deputy.entity.js';
import { newId } from '../../entities/new-id.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { rolesReaching } from './steps/roles-reaching.js';

/** Who stands in for whom, in which post, and when. */
interface NameDeputy extends CommandInput {
  readonly absentId: string;
  readonly role: Role;
  /** Null: where the role reaches the whole company. */
  readonly estateId?: string | null;
  readonly deputyId: string;
  readonly fromDay: string;
  /** The first day that no longer belongs to it. */
  readonly untilDay: string;
}

/** What a change of a deputyship answers. */
export interface DeputyResult {
  readonly deputyshipId: string;
  readonly version: number;
}

/**
 * Names who stands in for an absent person in approvals, within dates. Needs `deputy.name` on the estate, or on all for
 * posts of the company.
 * @rule Q-43
 * @throws NOT_FOUND estate, or staff
 * @throws FORBIDDEN deputy.name
 * @throws INVALID_INPUT when both are one person, or for days in the past or that hold nothing
 * @throws RULE_REFUSED Q-43 when the company has no deputies or lets somebody else name them, the absent person does not
 * hold the role there, or the deputy does not work there
 * @throws CONFLICT when the same person stands in for the same post in these days already
 */
export async function nameDeputy(ctx: CommandContext, input: NameDeputy): Promise<DeputyResult> {
  const { companyId, principal } = ctx;
  const { role, fromDay, untilDay } = input;
  const estateId = input.estateId == null ? null : (await findRow(ctx, Estate, 'estate', input.estateId)).id;
  authorizeOn(principal, 'deputy.name', estateId);
  const absent = await findRow(ctx, Staff, 'staff', input.absentId);
  const deputy = await findRow(ctx, Staff, 'staff', input.deputyId, 'lock');
  if (absent.id === deputy.id) throw invalidInput('input.deputyId', 'must be another person than the absent one');
  assertDeputyDays(fromDay, untilDay, await dayAt(ctx, estateId, ctx.clock.now()));
  const { allowed, namedBy } = await policyInForce(ctx, 'Q-43', null, await dayAt(ctx, null, ctx.clock.now()));
  if (!allowed) throw ruleRefused('Q-43', 'The company has no deputies.');
  assertMayName(principal.roles, { role, estateId, isOneself: deputy.id === principal.subjectId, namedBy });
  if (!(await rolesReaching(ctx, absent.id, estateId)).includes(role))
    throw ruleRefused('Q-43', 'The absent person does not hold this role there.', { role });
  if ((await rolesReaching(ctx, deputy.id, estateId)).length === 0)
    throw ruleRefused('Q-43', 'The deputy does not work there.', { role });
  const post = { companyId, absentId: absent.id, role, estateId, staffId: deputy.id };
  const others = await ctx.em.find(Deputy, { ...post, fromDay: { $lt: untilDay }, untilDay: { $gt: fromDay } });
  if (others[0]) throw conflict('The person stands in for this post in these days already.', { what: 'deputy' });
  const named = ctx.em.create(Deputy, {
    ...post,
    id: newId(),
    fromDay,
    untilDay,
    namedBy: principal.subjectId,
    namedAt: ctx.clock.now(),
    version: 1,
  });
  ctx.record({
    type: 'deputy.NAMED',
    estateId,
    subjectKind: 'deputy',
    subjectId: named.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { absentId: absent.id, role, staffId: deputy.id, fromDay, untilDay },
  });
  return { deputyshipId: named.id, version: 1 };
}

import { decidersOf } from '../../../domain/complaint/decider.js';
import { ROLES, type Role } from '../../../domain/identity/role.js';
import type { Recipient } from '../../../domain/notification/matrix-row.js';
import { Approval } from '../../../entities/approval/approval.entity.js';
import { Department } from '../../../entities/people/department.entity.js';
import { whoDecides } from '../../approval/steps/who-decides.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { whoIsTold } from '../../duty/steps/who-is-told.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';
import type { KnownHappening } from './happening-of.js';

type Post = 'SUPERIOR' | 'HEAD_OFFICE' | { readonly post: Role } | { readonly postNamed: string };

/**
 * The members of staff that a row of the matrix means, looked up from the estate upwards as of now; nobody where the
 * happening names none.
 * @rule D-11 @rule D-16 @rule P-10
 */
export async function peopleOf(
  ctx: CommandContext,
  recipient: Recipient,
  happening: KnownHappening,
  estateId: string | null,
): Promise<readonly string[]> {
  const { facts, ticketRow, subject } = happening;
  if (recipient === 'DECIDERS') return whoDecides(ctx, subject.id);
  if (recipient === 'PREPARER') return preparerOf(ctx, subject.id);
  if (recipient === 'ASSIGNEE') return ticketRow?.assigneeId == null ? [] : [ticketRow.assigneeId];
  if (typeof recipient === 'object' && 'personNamed' in recipient) {
    const person = facts[recipient.personNamed];
    return typeof person === 'string' ? [person] : [];
  }
  if (estateId === null) return [];
  const whom =
    recipient === 'DEPARTMENT' ? await departmentOf(ctx, happening) : await postOf(ctx, recipient, happening, estateId);
  if (whom === null) return [];
  const [chain] = await whoIsTold(ctx, [{ estateId, at: ctx.clock.now(), ...whom }]);
  return chain?.[0]?.staffIds ?? [];
}

async function preparerOf(ctx: CommandContext, id: string): Promise<string[]> {
  const approval = await ctx.em.findOne(Approval, { companyId: ctx.companyId, id });
  return approval ? [approval.preparedBy] : [];
}

/** The department that the event names, or else the ticket lies with. */
async function departmentOf(
  ctx: CommandContext,
  { facts, ticketRow }: KnownHappening,
): Promise<{ departmentCode: string } | null> {
  const id = typeof facts['departmentId'] === 'string' ? facts['departmentId'] : (ticketRow?.departmentId ?? null);
  const department = id === null ? null : await ctx.em.findOne(Department, { companyId: ctx.companyId, id });
  return department && { departmentCode: department.code };
}

/** The post that is meant; null where the event names none. */
async function postOf(
  ctx: CommandContext,
  recipient: Post,
  { facts, ticket }: KnownHappening,
  estateId: string,
): Promise<{ post: Role } | null> {
  if (recipient === 'SUPERIOR') return { post: decidersOf(ticket?.about ?? 'OTHER')[0] ?? 'ESTATE_MANAGER' };
  if (recipient === 'HEAD_OFFICE')
    return { post: await policyInForce(ctx, 'P-10', estateId, await dayAt(ctx, estateId, ctx.clock.now())) };
  if ('post' in recipient) return recipient;
  const post = ROLES.find((role) => role === facts[recipient.postNamed]);
  return post === undefined ? null : { post };
}

import { invalidInput, ruleRefused } from '../../domain/errors.js';
import type { Role } from '../../domain/identity/role.js';
import { assertDueAhead } from '../../domain/obligation/obligation-due.js';
import { obligationKind, type ObligationKind } from '../../domain/obligation/obligation-kind.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { findSubject, type NamedSubject } from './steps/find-subject.js';
import { owe, type ObligationOwner } from './steps/owe.js';

interface OweObligation extends CommandInput, NamedSubject {
  readonly kind: ObligationKind;
  /** The person who owes it; either this or the post. */
  readonly ownerId?: string | null;
  /** The post that owes it. */
  readonly ownerPost?: Role | null;
  readonly dueAt: Date;
}

/**
 * Has somebody owe something by a time, where no desk of its own does so.
 * @rule R-ORG-24
 * @throws NOT_FOUND subject or staff
 * @throws FORBIDDEN obligation.owe on its estate, or on all for the company's own
 * @throws INVALID_INPUT for two owners or none, and for a time that is not ahead
 * @throws RULE_REFUSED with the kind's rule when the kind becomes owed by itself
 */
export async function oweObligation(ctx: CommandContext, input: OweObligation): Promise<{ obligationId: string }> {
  const { kind, subjectKind, dueAt } = input;
  const { estateId, subjectId } = await findSubject(ctx, input);
  authorizeOn(ctx.principal, 'obligation.owe', estateId);
  const { rule, fulfilledBy } = obligationKind(kind);
  if (fulfilledBy !== null) throw ruleRefused(rule, 'It becomes owed by itself.', { kind, fulfilledBy });
  const owner = await ownerOf(ctx, input);
  assertDueAhead('input.dueAt', dueAt, ctx.clock.now());
  return { obligationId: owe(ctx, { kind, estateId, subjectKind, subjectId, owner, dueAt }).id };
}

async function ownerOf(ctx: CommandContext, { ownerId, ownerPost }: OweObligation): Promise<ObligationOwner> {
  if ((ownerId == null) === (ownerPost == null))
    throw invalidInput('input.ownerId', 'give either ownerId or ownerPost');
  if (ownerPost != null) return { ownerPost };
  return { ownerId: (await findRow(ctx, Staff, 'staff', ownerId ?? '')).id };
}

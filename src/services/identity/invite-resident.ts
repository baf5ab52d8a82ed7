import { conflict } from '../../domain/errors.js';
import { localDay } from '../../domain/place/local-day.js';
import { Occupancy } from '../../entities/people/occupancy.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { assertWithoutLogin } from './steps/assert-without-login.js';
import { issueCode, type IssuedCode } from './steps/one-time-code.js';

/** How long an invitation is good: fourteen days. */
const INVITATION_MS = 14 * 86_400_000;

export interface InviteResident extends CommandInput {
  readonly occupancyId: string;
}

/**
 * Makes a one-time code with which the customer of an occupancy opens an account within fourteen days; shown once, in
 * place of an earlier one of the occupancy.
 * @rule D-30
 * @throws NOT_FOUND occupancy
 * @throws FORBIDDEN customer.manage on its estate
 * @throws CONFLICT when the occupancy has ended, or the customer has a login
 * @throws LIMIT_EXCEEDED when too many passwords are being checked at once
 */
export async function inviteResident(ctx: CommandContext, input: InviteResident): Promise<IssuedCode> {
  const { companyId, clock, em } = ctx;
  const occupancy = await findRow(ctx, Occupancy, 'occupancy', input.occupancyId);
  authorizeOn(ctx.principal, 'customer.manage', occupancy.estateId);
  const { timeZone } = await findRow(ctx, Estate, 'estate', occupancy.estateId);
  if (occupancy.untilDay != null && occupancy.untilDay <= localDay(clock.now(), timeZone))
    throw conflict('The occupancy has ended.', { what: 'occupancy', untilDay: occupancy.untilDay });
  const issued = await atTheDoor(em, async () => {
    await assertWithoutLogin(em, companyId, occupancy.customerId);
    return issueCode(em, companyId, clock.now(), INVITATION_MS, { purpose: 'INVITATION', occupancyId: occupancy.id });
  });
  ctx.record({
    type: 'identity.RESIDENT_INVITED',
    estateId: occupancy.estateId,
    subjectKind: 'occupancy',
    subjectId: occupancy.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { customerId: occupancy.customerId },
  });
  return issued;
}

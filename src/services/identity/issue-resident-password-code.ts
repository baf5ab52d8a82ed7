import { LockMode } from '@mikro-orm/core';
import { conflict, notFound } from '../../domain/errors.js';
import { Account } from '../../entities/identity/account.entity.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { PASSWORD_CODE_MS } from './issue-password-code.js';
import { issueCode, type IssuedCode } from './steps/one-time-code.js';

export interface IssueResidentPasswordCode extends CommandInput {
  readonly customerId: string;
}

/**
 * Makes a one-time code with which a resident sets a new password within an hour; shown once, in place of an earlier
 * one. Password and sign-ins stand until it is used.
 * @throws NOT_FOUND customer, or account when the customer has none
 * @throws FORBIDDEN customer.manage on the customer's estate
 * @throws CONFLICT when the login is closed
 * @throws LIMIT_EXCEEDED when too many passwords are being checked at once
 */
export async function issueResidentPasswordCode(
  ctx: CommandContext,
  input: IssueResidentPasswordCode,
): Promise<IssuedCode> {
  const { companyId, clock, em } = ctx;
  const customer = await findRow(ctx, Customer, 'customer', input.customerId);
  authorizeOn(ctx.principal, 'customer.manage', customer.estateId);
  const person = { companyId, customerId: customer.id };
  const issued = await atTheDoor(em, async () => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } } as const;
    const account = await em.findOne(Account, person, lock);
    if (!account) throw notFound('account');
    if (account.disabledAt) throw conflict('The login is closed.', { what: 'account' });
    return issueCode(em, companyId, clock.now(), PASSWORD_CODE_MS, { purpose: 'PASSWORD', accountId: account.id });
  });
  ctx.record({
    type: 'identity.PASSWORD_CODE_ISSUED',
    estateId: customer.estateId,
    subjectKind: 'customer',
    subjectId: customer.id,
    subjectVersion: customer.version,
    visibility: 'INTERNAL',
    facts: {},
  });
  return issued;
}

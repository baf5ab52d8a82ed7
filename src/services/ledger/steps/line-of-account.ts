import { conflict } from '../../../domain/errors.js';
import { Customer } from '../../../entities/people/customer.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';
import { openAccount, type Account } from './open-account.js';

/** The account that a line belongs to, kept in the line's currency. @throws NOT_FOUND when its payer is not seen */
export async function accountOfLine(
  ctx: CommandContext,
  line: { readonly payerId: string; readonly currency: Account['terms']['currency'] },
): Promise<Account> {
  const account = await openAccount(ctx, await findRow(ctx, Customer, 'customer', line.payerId));
  return { ...account, terms: { ...account.terms, currency: line.currency } };
}

/** @throws CONFLICT when the client has seen another version */
export function assertVersion(
  what: 'charge' | 'payment',
  { version }: { readonly version: number },
  expectedVersion: number | null | undefined,
): void {
  if (expectedVersion != null && version !== expectedVersion)
    throw conflict(`The ${what} has changed meanwhile.`, { what, currentVersion: version, expectedVersion });
}

import { ruleRefused } from '../../domain/errors.js';
import { Charge } from '../../entities/charge/charge.entity.js';
import { DunningCase } from '../../entities/dunning/dunning-case.entity.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { openCases, undunned } from './steps/open-cases.js';
import type { DunningResult } from './steps/record-dunning-event.js';

interface OpenDunning extends CommandInput {
  readonly chargeId: string;
}

/**
 * Begins to dun the payer of a charge whose deadline has passed, from the first day on, whatever the sweep waits for; with
 * it comes all that is overdue of the same unit. Needs `dunning.act` on the estate.
 * @rule D-13
 * @throws NOT_FOUND charge, or its payer
 * @throws RULE_REFUSED D-13 when nothing of it is overdue, the payer is dunned already or the company lets the debt be
 */
export async function openDunning(ctx: CommandContext, { chargeId }: OpenDunning): Promise<DunningResult> {
  const charge = await findRow(ctx, Charge, 'charge', chargeId);
  const { estateId, payerId, unitId = null, currency } = charge;
  authorizeOn(ctx.principal, 'dunning.act', estateId);
  await findRow(ctx, Customer, 'customer', payerId);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const among = { estateId, dueBefore: today };
  const found = await undunned(ctx, { ...among, payerIds: [payerId], limit: 100 });
  const wanted = found.filter((each) => each.unitId === unitId && each.currency === currency);
  const isOverdue = charge.openMinor > 0 && charge.dueDay < today;
  const [caseId] = isOverdue ? await openCases(ctx, wanted, among, today) : [];
  if (caseId === undefined)
    throw ruleRefused('D-13', 'Nothing of it is overdue, or it is dunned for already, or let be.', { chargeId });
  const { version } = await findRow(ctx, DunningCase, 'dunning case', caseId);
  return { caseId, version };
}

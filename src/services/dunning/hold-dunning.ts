import type { HoldKind } from '../../domain/dunning/dunning-hold.js';
import { invalidInput, notFound } from '../../domain/errors.js';
import { ledgerAmount } from '../../domain/ledger/ledger-amount.js';
import type { Money } from '../../domain/money/money.js';
import { isAtItsEnd } from '../../domain/ticket/ticket-kind.js';
import { Charge } from '../../entities/charge/charge.entity.js';
import type { DunningCase } from '../../entities/dunning/dunning-case.entity.js';
import { Ticket } from '../../entities/ticket/ticket.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import { findRow } from '../place/steps/find-row.js';
import { holdCase } from './steps/hold-case.js';
import type { DunningResult } from './steps/record-dunning-event.js';
import { takeCase, type WhichCase } from './steps/take-case.js';

interface HoldDunning extends WhichCase {
  readonly kind: HoldKind;
  readonly chargeId?: string | null;
  readonly complaintId?: string | null;
  readonly untilDay?: string | null;
  readonly instalments?: readonly { readonly dueDay: string; readonly amount: Money }[] | null;
}

/**
 * Stops dunning: what is disputed, complained about, promised or paid by instalments. Needs `dunning.act` on the estate,
 * for instalments `dunning.lead`.
 * @rule D-13
 * @throws NOT_FOUND dunning case, charge or complaint of the debtor
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED D-13 when it is closed
 * @throws INVALID_INPUT for a hold that cannot be, a complaint that is over included
 */
export async function holdDunning(ctx: CommandContext, input: HoldDunning): Promise<DunningResult> {
  const debt = await takeCase(ctx, input, 'dunning.act');
  const { kind, untilDay = null } = input;
  if (kind === 'INSTALMENTS') authorizeOn(ctx.principal, 'dunning.lead', debt.estateId);
  const chargeId = input.chargeId == null ? null : await chargeOfDebtor(ctx, debt, input.chargeId);
  const complaintId = input.complaintId == null ? null : await complaintOfDebtor(ctx, debt, input.complaintId);
  const instalments = (input.instalments ?? []).map(({ dueDay, amount }, i) => ({
    dueDay,
    amountMinor: ledgerAmount(`input.instalments.${i}.amount`, amount, debt.currency),
  }));
  await holdCase(ctx, debt, { kind, chargeId, complaintId, untilDay, instalments });
  return { caseId: debt.id, version: debt.version };
}

async function chargeOfDebtor(ctx: CommandContext, debt: DunningCase, id: string): Promise<string> {
  const charge = await findRow(ctx, Charge, 'charge', id);
  const isTheirs = charge.payerId === debt.payerId && (charge.unitId ?? null) === (debt.unitId ?? null);
  if (!isTheirs || charge.currency !== debt.currency) throw notFound('charge');
  return charge.id;
}

async function complaintOfDebtor(ctx: CommandContext, debt: DunningCase, id: string): Promise<string> {
  const ticket = await findRow(ctx, Ticket, 'complaint', id);
  const isTheirs = ticket.customerId === debt.payerId || (ticket.unitId != null && ticket.unitId === debt.unitId);
  if (ticket.kind !== 'COMPLAINT' || !isTheirs) throw notFound('complaint');
  if (isAtItsEnd(ticket.phase)) throw invalidInput('input.complaintId', 'is over', { rule: 'D-13' });
  return ticket.id;
}

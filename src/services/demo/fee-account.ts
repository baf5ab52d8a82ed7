import { dayAt, dayNumber, dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import { channelFeeOf, methodOf } from '../../domain/demo/paying-habit.js';
import type { Random } from '../../domain/demo/random.js';
import { inSettleOrder, spread } from '../../domain/ledger/settle-order.js';
import type { DemoCharge } from './bills.js';
import { decide } from './decided-approval.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import type { Row } from './demo-rows.js';
import type { PastEvent } from './repairs.js';
import { iso } from './rule-event.js';

const HOUR_MS = 3_600_000;
/** After how long a bank returns a cheque. */
const BOUNCES_MS = 72 * HOUR_MS;

interface Payment {
  readonly id: string;
  free: number;
  version: number;
}

/** What the books of a payer belong to. */
interface AccountOf {
  readonly company: DemoCompany;
  readonly estate: DemoEstate;
  readonly payerId: string;
  /** An occupancy of the payer, for what is told to them. */
  readonly occupancyId: string | null;
  readonly cashier: string;
  readonly random: Random;
}

/** The account of a payer, kept day by day as the ledger keeps it: the oldest first, and what is left waits. @rule R-FEE-11 @rule D-21 */
export class FeeAccount {
  readonly events: PastEvent[] = [];
  readonly #open: { charge: DemoCharge; openMinor: number }[] = [];
  readonly #payments: Payment[] = [];
  /** How often each charge was moved. */
  readonly #moves = new Map<string, number>();
  #monthMinor = 0;

  constructor(private readonly of: AccountOf) {}

  /** What is open of it. */
  get openMinor(): number {
    return this.#open.reduce((sum, { openMinor }) => sum + openMinor, 0);
  }

  /** What a month comes to, by the last one that was charged. */
  get monthMinor(): number {
    return this.#monthMinor;
  }

  /** What is left of payments. */
  get freeMinor(): number {
    return this.#payments.reduce((sum, { free }) => sum + free, 0);
  }

  /** The charges of a month: what was paid ahead settles them. */
  charge(charges: readonly DemoCharge[]): void {
    this.#monthMinor = charges.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    for (const charge of charges) {
      this.#open.push({ charge, openMinor: charge.amountMinor });
      for (const payment of this.#payments.filter(({ free }) => free > 0))
        this.#settle(payment, charge.bookedDay, charge.recordedMs + 60_000);
    }
  }

  /** Money on a day: on what is open, the oldest first; the rest waits. */
  pay(day: string, amountMinor: number): void {
    const { company, estate, payerId, cashier, random } = this.of;
    const at = dayStartMs(dayNumber(day)) + random.int(9 * HOUR_MS, 18 * HOUR_MS);
    const id = random.id(at);
    const method = methodOf(random);
    const payment: Payment = { id, free: amountMinor, version: 1 };
    const reference =
      method === 'CASH' || method === 'CHEQUE' ? null : `${method}${id.replaceAll('-', '').slice(0, 20)}`;
    company.rows.add('payment', {
      ...{ company_id: company.id, id, estate_id: estate.id, payer_id: payerId, unit_id: null, method },
      ...{ amount_minor: amountMinor, currency: 'CNY', reference, booked_day: day },
      ...{ recorded_at: new Date(at).toISOString(), recorded_by: cashier, reversed_at: null },
    });
    const fee = channelFeeOf(method, amountMinor);
    if (fee > 0) this.#entry({ kind: 'CHANNEL_FEE', amountMinor: fee, payment, day, at });
    const settled = this.#settle(payment, day, at);
    this.#told('RECEIVED', { kind: 'payment', ...payment }, at, { method });
    if (method === 'CHEQUE' && random.chance(0.25)) this.#bounce(payment, settled, at + BOUNCES_MS);
    else this.#payments.push(payment);
  }

  /**
   * Gives a third of the oldest charge up, in whole yuan: proposed in the morning and approved in the afternoon of a day.
   * @rule R-ORG-68
   */
  waive(day: string, by: { readonly proposer: string; readonly approver: string }): void {
    const { company, estate, payerId, random } = this.of;
    const oldest = this.#open.toSorted((a, b) => a.charge.dueDay.localeCompare(b.charge.dueDay))[0];
    const amountMinor = Math.floor((oldest?.openMinor ?? 0) / 300) * 100;
    if (oldest === undefined || amountMinor === 0) return;
    const { charge } = oldest;
    const at = dayStartMs(dayNumber(day)) + random.int(9 * HOUR_MS, 11 * HOUR_MS);
    const approvedAt = at + 5 * HOUR_MS;
    const [proposalId, approvalId] = [random.id(at), random.id(at)];
    company.rows.add('ledger_proposal', {
      ...{ company_id: company.id, id: proposalId, estate_id: estate.id, payer_id: payerId, kind: 'WAIVER' },
      ...{ charge_id: charge.id, payment_id: null, amount_minor: amountMinor, currency: 'CNY' },
      ...{ reason: '服务质量投诉属实，协商减免部分物业费', proposed_by: by.proposer, proposed_at: iso(at) },
    });
    company.rows.add('approval', {
      ...{ company_id: company.id, id: approvalId, estate_id: estate.id, subject_kind: 'FEE_CHANGE' },
      ...{ subject_id: proposalId, state: 'APPROVED', awaited_action: null, round: 1, prepared_by: by.proposer },
      ...{ prepared_at: iso(at), decided_at: iso(approvedAt), version: 2 },
    });
    const of = { approvalId, subject: 'FEE_CHANGE', subjectId: proposalId, estateId: estate.id } as const;
    this.events.push(
      decide(company, { ...of, verdict: 'SUBMITTED', state: 'IN_APPROVAL', version: 1, by: by.proposer, at }),
      decide(company, { ...of, verdict: 'APPROVED', state: 'APPROVED', version: 2, by: by.approver, at: approvedAt }),
    );
    this.#entry({ kind: 'WAIVER', amountMinor, charge, day, at: approvedAt, proposalId, by: by.approver });
    oldest.openMinor -= amountMinor;
    const line = { kind: 'charge', id: charge.id, version: 1 + (this.#moves.get(charge.id) ?? 0) };
    this.#told('CHANGED', line, approvedAt, { unitId: charge.unitId, change: 'WAIVER' }, by.approver);
  }

  /** Puts what is free of a payment on what is open. @returns the entries, with what they settled */
  #settle(payment: Payment, day: string, at: number): { id: string; charge: DemoCharge; amountMinor: number }[] {
    const items = inSettleOrder(
      this.#open.map(({ charge, openMinor }) => ({ ...charge, openMinor })),
      'OLDEST_FIRST',
    );
    const entries = spread(items, payment.free).shares.map(({ chargeId, amountMinor }) => {
      const open = this.#open.find(({ charge }) => charge.id === chargeId);
      if (!open) throw new Error('What is settled is open.');
      open.openMinor -= amountMinor;
      payment.free -= amountMinor;
      const id = this.#entry({ kind: 'ALLOCATION', amountMinor, payment, charge: open.charge, day, at });
      return { id, charge: open.charge, amountMinor };
    });
    for (let i = this.#open.length - 1; i >= 0; i -= 1) if (this.#open[i]?.openMinor === 0) this.#open.splice(i, 1);
    return entries;
  }

  /** A cheque that the bank returns: everything that it settled is open again. */
  #bounce(
    payment: Payment,
    settled: readonly { id: string; charge: DemoCharge; amountMinor: number }[],
    at: number,
  ): void {
    const day = dayText(dayAt(at));
    const reason = 'RETURNED_BY_BANK';
    for (const { id, charge, amountMinor } of settled) {
      this.#entry({ kind: 'ALLOCATION', amountMinor, payment, charge, day, at, reversesId: id, reason });
      payment.free += amountMinor;
      const open = this.#open.find((each) => each.charge.id === charge.id);
      if (open) open.openMinor += amountMinor;
      else this.#open.push({ charge, openMinor: amountMinor });
    }
    this.#entry({ kind: 'PAYMENT_REVERSAL', amountMinor: payment.free, payment, day, at, reason });
    payment.free = 0;
    this.#told('REVERSED', { kind: 'payment', ...payment }, at, { reason });
  }

  #entry(entry: {
    readonly kind: string;
    readonly amountMinor: number;
    readonly payment?: Payment;
    readonly charge?: DemoCharge;
    readonly day: string;
    readonly at: number;
    readonly reversesId?: string;
    readonly reason?: string;
    readonly proposalId?: string;
    readonly by?: string;
  }): string {
    const { company, estate, payerId, cashier, random } = this.of;
    const { kind, amountMinor, payment, charge, day, at, reversesId = null, reason = null } = entry;
    const { proposalId = null, by = cashier } = entry;
    const id = random.id(at);
    if (payment) payment.version += 1;
    if (charge) this.#moves.set(charge.id, 1 + (this.#moves.get(charge.id) ?? 0));
    company.rows.add('ledger_entry', {
      ...{ company_id: company.id, id, estate_id: estate.id, payer_id: payerId, unit_id: charge?.unitId ?? null, kind },
      ...{ charge_id: charge?.id ?? null, payment_id: payment?.id ?? null, amount_minor: amountMinor, currency: 'CNY' },
      ...{ reverses_id: reversesId, proposal_id: proposalId, reason, booked_day: day },
      ...{ recorded_at: new Date(at).toISOString(), recorded_by: by },
    });
    return id;
  }

  #told(
    type: string,
    line: { readonly kind: string; readonly id: string; readonly version: number },
    at: number,
    facts: Row,
    by = this.of.cashier,
  ): void {
    const { company, estate, payerId, occupancyId } = this.of;
    this.events.push({
      occurredMs: at,
      recordedMs: at + 500,
      row: {
        ...{ company_id: company.id, estate_id: estate.id, occupancy_id: occupancyId, type: `fee.${type}` },
        ...{ subject_kind: line.kind, subject_id: line.id, subject_version: line.version },
        ...{ visibility: 'CUSTOMER', actor_kind: 'STAFF', actor_id: by },
        facts: { payerId, unitId: null, ...facts },
      },
    });
  }
}

import { amountOf, type Currency } from '../money/money.js';

/** What a work order says that is signed. */
export interface RepairContent {
  readonly number: string;
  readonly unitId?: string | null;
  readonly subject: string;
  readonly description?: string | null;
  readonly assigneeId?: string | null;
  readonly visits: number;
  readonly chargeMinor?: number | null;
  readonly chargeCurrency?: Currency | null;
  readonly reportedAt: Date;
  readonly startedAt?: Date | null;
  readonly completedAt?: Date | null;
}

/**
 * The work order as one text, the same for the same content: what a signature binds. A later visit, or another word in it,
 * makes another text, and what was signed before no longer signs it. Names and telephone numbers are no part of it.
 */
export function repairContent(order: RepairContent): string {
  const instant = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;
  return JSON.stringify([
    ['form', 'work-order/1'],
    ['number', order.number],
    ['unit', order.unitId ?? null],
    ['subject', order.subject],
    ['description', order.description ?? null],
    ['assignee', order.assigneeId ?? null],
    ['visits', order.visits],
    ['reportedAt', instant(order.reportedAt)],
    ['startedAt', instant(order.startedAt)],
    ['completedAt', instant(order.completedAt)],
    ...(order.chargeMinor == null || order.chargeCurrency == null
      ? []
      : [['charge', amountOf(order.chargeMinor), order.chargeCurrency]]),
  ]);
}

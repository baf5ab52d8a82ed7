import { invalidInput } from '../errors.js';
import type { TicketKind } from '../ticket/ticket-kind.js';

/** What of a category decides whether a ticket may be put into it. */
export interface Choosable {
  readonly kinds: readonly TicketKind[];
  /** First day on which it is offered, `YYYY-MM-DD`. */
  readonly activeFrom: string;
  /** First day on which it is no longer offered; null while it lasts. */
  readonly activeUntil?: string | null | undefined;
}

/** Whether a category is offered on a day. */
export const isActive = ({ activeFrom, activeUntil }: Omit<Choosable, 'kinds'>, day: string): boolean =>
  activeFrom <= day && (activeUntil == null || day < activeUntil);

/**
 * Lets a ticket of a kind, reported on a day, into a category. What is entered late is judged by the day on which it
 * was taken down, so that a category that was retired meanwhile refuses no report of before.
 * @throws INVALID_INPUT `input.categoryId` when it is not for this kind, or not offered on that day
 */
export function assertChoosable(category: Choosable, kind: TicketKind, day: string): void {
  if (!category.kinds.includes(kind))
    throw invalidInput('input.categoryId', `is no category for ${kind}`, { kinds: category.kinds });
  if (!isActive(category, day)) throw invalidInput('input.categoryId', `is not offered on ${day}`, { day });
}

import type { LocalDate } from '../calendar/calendar-day.js';
import type { Role } from '../identity/role.js';

/** That somebody stands in for an absent person in one role, from a day on and until before another. */
export interface Deputyship {
  readonly id: string;
  readonly absentId: string;
  readonly role: Role;
  /** Where; null: wherever the role reaches the whole company. */
  readonly estateId: string | null;
  readonly fromDay: LocalDate;
  /** The first day that no longer belongs to it. */
  readonly untilDay: LocalDate;
  /** The local day now at the estate, or at the company. */
  readonly today: LocalDate;
}

/**
 * Whether somebody stands in today.
 * @rule Q-43
 */
export const isInForce = ({ fromDay, untilDay, today }: Deputyship): boolean => fromDay <= today && today < untilDay;

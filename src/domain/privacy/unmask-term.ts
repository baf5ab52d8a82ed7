import { invalidInput } from '../errors.js';

const HOUR_MS = 3_600_000;

/**
 * When a grant to unmask ends: at the asked instant, or, where nothing is asked, at the end of the longest term.
 * @param longestDays the longest term that the company allows
 * @throws INVALID_INPUT when it would end at once or later than the longest term
 * @rule R-ORG-78
 */
export function unmaskUntil(now: Date, asked: Date | null | undefined, longestDays: number): Date {
  const latest = new Date(now.getTime() + longestDays * 24 * HOUR_MS);
  if (!asked) return latest;
  if (asked.getTime() <= now.getTime()) throw invalidInput('input.expiresAt', 'must lie in the future');
  if (asked.getTime() > latest.getTime())
    throw invalidInput('input.expiresAt', 'lies beyond the longest term', { latest: latest.toISOString() });
  return asked;
}

/** A grant as far as it decides whether it is good. */
interface Term {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** Whether a grant is in force, has run out, or was taken back. */
export const UNMASK_STATES = ['IN_FORCE', 'EXPIRED', 'REVOKED'] as const;
export type UnmaskState = (typeof UNMASK_STATES)[number];

/** How a grant stands at an instant; at the instant of its end it is good no more. */
export function unmaskStateAt({ expiresAt, revokedAt }: Term, now: Date): UnmaskState {
  if (revokedAt) return 'REVOKED';
  return expiresAt.getTime() > now.getTime() ? 'IN_FORCE' : 'EXPIRED';
}

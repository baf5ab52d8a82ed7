import type { Role } from '../identity/role.js';

/**
 * Working days within which somebody looks whether what was done holds. The manuals say "until the standard is met" and
 * name no time (inferred).
 * @rule R-ORG-25
 */
export const CHECK_WORKING_DAYS = 5;

/** Who looks at an estate's actions, the nearest first. */
const CHECKERS: readonly Role[] = ['SERVICE_MANAGER', 'ESTATE_MANAGER', 'QUALITY_OFFICER'];
/** Who looks at the company's own. */
const CHECKERS_OF_COMPANY: readonly Role[] = ['QUALITY_OFFICER', 'COMPANY_LEADER'];

/** The posts that may owe a look at an action, the nearest first. @rule R-ORG-25 */
export const checkersOf = (estateId: string | null): readonly Role[] =>
  estateId === null ? CHECKERS_OF_COMPANY : CHECKERS;

/**
 * The post that owes the look: the nearest one that nobody holds who had a hand in the action; the last where all are
 * held so, since another person of that post may look.
 * @param held the posts of whoever had a hand in it
 * @rule R-ORG-25 @rule R-ORG-68 @rule D-16
 */
export function checkingPost(estateId: string | null, held: readonly Role[]): Role {
  const posts = checkersOf(estateId);
  return posts.find((post) => !held.includes(post)) ?? posts.at(-1) ?? 'QUALITY_OFFICER';
}

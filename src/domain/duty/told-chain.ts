/**
 * Why somebody is told, in the order in which one looks: who is on duty for the estate, or for the whole company; who
 * holds the post on the estate, on a group of estates, on all of the company; of a department its head, then its
 * deputy; and where all that is nobody, the estate manager, and behind the manager who administers the company.
 */
export const TOLD_BY = [
  'ROSTER',
  'COMPANY_ROSTER',
  'ESTATE_ROLE',
  'GROUP_ROLE',
  'COMPANY_ROLE',
  'HEAD',
  'DEPUTY',
  'COMPANY_HEAD',
  'COMPANY_DEPUTY',
  'ESTATE_MANAGER',
  'COMPANY_ADMIN',
] as const;
export type ToldBy = (typeof TOLD_BY)[number];

/** Somebody who could be told. */
export interface ToldCandidate {
  readonly by: ToldBy;
  readonly staffId: string;
}

/** People who are told at once, and why it is they. */
export interface ToldLink {
  readonly by: ToldBy;
  readonly staffIds: readonly string[];
}

/**
 * Who is told, then who is next, and so on, from the estate upwards; each person once, at the first place. It never
 * ends in nobody as long as somebody administers the company, and every company has such a person.
 * @rule D-11
 */
export function toldChain(candidates: readonly ToldCandidate[]): ToldLink[] {
  const seen = new Set<string>();
  return TOLD_BY.flatMap((by) => {
    const staffIds = candidates
      .filter((candidate) => candidate.by === by && !seen.has(candidate.staffId))
      .map((candidate) => candidate.staffId);
    const distinct = [...new Set(staffIds)];
    for (const id of distinct) seen.add(id);
    return distinct.length > 0 ? [{ by, staffIds: distinct }] : [];
  });
}

/** Whether nobody stands at the post or leads the department, so that the estate manager is told instead. @rule D-11 */
export const isLastResort = (chain: readonly ToldLink[]): boolean =>
  chain[0] === undefined || chain[0].by === 'ESTATE_MANAGER' || chain[0].by === 'COMPANY_ADMIN';

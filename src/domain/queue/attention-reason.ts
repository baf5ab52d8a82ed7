/**
 * Why something needs attention now, the gravest first (D-26). MAJOR_COMPLAINT: it is open. UNASSIGNED: a limit of its
 * policy has passed and nobody is in charge. LIMIT_PASSED: a limit has passed. LIMIT_NEAR: four fifths of one have.
 * REOPENED: answered once, and open again. REPAIR_LONG_OPEN: for over three days. OBLIGATION_MISSED: still owed after its
 * time. APPROVAL_WAITING: for over two days. SILENT_ESTATE: nothing was entered for two days. @rule D-25 @rule D-26
 */
export const ATTENTION_REASONS = [
  'MAJOR_COMPLAINT',
  'UNASSIGNED',
  'LIMIT_PASSED',
  'LIMIT_NEAR',
  'REOPENED',
  'REPAIR_LONG_OPEN',
  'OBLIGATION_MISSED',
  'APPROVAL_WAITING',
  'SILENT_ESTATE',
] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** Days after which a repair is open for long (D-26), an approval waits for long, an estate is silent (D-25). */
export const LONG_AFTER_DAYS = { REPAIR_LONG_OPEN: 3, APPROVAL_WAITING: 2, SILENT_ESTATE: 2 } as const;

/** What needs attention: the oldest of each reason first, the gravest reason before the others, then the next oldest. */
export function inTurns<R extends { readonly reason: AttentionReason; readonly since: Date }>(
  rows: readonly R[],
  most: number,
): R[] {
  const lists = ATTENTION_REASONS.map((reason) =>
    rows.filter((row) => row.reason === reason).sort((a, b) => a.since.getTime() - b.since.getTime()),
  );
  const longest = Math.max(...lists.map((list) => list.length));
  const turns = Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1)));
  return turns.flat().slice(0, most);
}

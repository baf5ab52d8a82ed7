import { RowRejection } from '../../domain/import/reject-reason.js';
import type { ChunkRow, Draft, Verdict } from './import-subject.js';

/** The drafts of a chunk that differ from what is there, with the verdicts that stand already. */
interface SortedOut<D extends Draft> {
  readonly verdicts: Map<D, Verdict>;
  readonly changed: readonly D[];
  readonly hashOf: (draft: D) => string;
}

/**
 * Says which drafts are unchanged, and which repeat a reference of the file with other content: the first one counts.
 * @param knownHash what an earlier import has kept of a reference
 */
export function sortOut<D extends Draft>(
  rows: readonly ChunkRow<D>[],
  hash: (draft: D) => string,
  knownHash: (reference: string) => string | null | undefined,
): SortedOut<D> {
  const hashes = new Map(rows.map(({ draft }) => [draft, hash(draft)]));
  const hashOf = (draft: D): string => hashes.get(draft) ?? '';
  const verdicts = new Map<D, Verdict>();
  const firsts = new Map<string, string>();
  const changed: D[] = [];
  for (const { draft, repeated } of rows) {
    const before = firsts.get(draft.reference) ?? knownHash(draft.reference);
    if (before === hashOf(draft)) verdicts.set(draft, 'UNCHANGED');
    else if (repeated) verdicts.set(draft, new RowRejection('DUPLICATE_IN_FILE', draft.reference));
    else changed.push(draft);
    if (!repeated) firsts.set(draft.reference, hashOf(draft));
  }
  return { verdicts, changed, hashOf };
}

/** The verdicts in the order of the rows. */
export const inOrder = <D extends Draft>(rows: readonly ChunkRow<D>[], verdicts: ReadonlyMap<D, Verdict>): Verdict[] =>
  rows.map(({ draft }) => verdicts.get(draft) ?? 'UNCHANGED');

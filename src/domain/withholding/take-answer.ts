import type { ItemState } from './withholding-life.js';
import type { ResultDraft } from './result-mapping.js';

/** An item as an answer finds it. */
export interface AnsweredItem {
  readonly state: ItemState;
  readonly amountMinor: number;
}

/**
 * What an answer of the bank does. WITHHELD: to be booked. FAILED: free to be asked again. REPEATED: it said so before.
 * SUSPENDED: money came that was not asked for so, and waits for a person. CONTRADICTION: it takes back what it said before,
 * which a person has to look at. UNKNOWN: it fails what was never asked for.
 */
export type AnswerEffect = 'WITHHELD' | 'FAILED' | 'REPEATED' | 'SUSPENDED' | 'CONTRADICTION' | 'UNKNOWN';

/**
 * Takes an answer: what was withheld is booked once, whatever file says it again; money is never lost, failures never undo it.
 * @rule R-FEE-11
 */
export function takeAnswer(item: AnsweredItem | null, answer: ResultDraft): AnswerEffect {
  if (answer.paid) {
    if (item?.amountMinor !== answer.amountMinor) return 'SUSPENDED';
    if (item.state === 'OPEN') return 'WITHHELD';
    return item.state === 'WITHHELD' || item.state === 'PAID' ? 'REPEATED' : 'SUSPENDED';
  }
  if (item === null) return 'UNKNOWN';
  if (item.state === 'OPEN') return 'FAILED';
  return item.state === 'WITHHELD' || item.state === 'PAID' ? 'CONTRADICTION' : 'REPEATED';
}

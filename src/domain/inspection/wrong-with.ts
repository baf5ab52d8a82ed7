import type { FindingCategory, InspectedKind, InspectionOutcome } from './inspection-kind.js';
import { falseIn } from './verification.js';

/** Something that was looked at, as far as it shows what is wrong. */
interface LookedAt {
  readonly kind: InspectedKind;
  readonly calledBack: boolean;
  readonly outcome: InspectionOutcome | null;
  readonly happened: boolean | null;
  readonly solved: boolean | null;
  readonly point: string | null;
  readonly note: string | null;
}

/** What is wrong, in words. */
export interface Wrong {
  readonly category: FindingCategory;
  readonly problem: string;
}

/** What a record that is not true is called where nobody has said more. */
const WORDS: Readonly<Partial<Record<FindingCategory, string>>> = {
  FALSE_CALLBACK: '抽查核实：客户表示未接到记录中的回访。',
  FALSE_CLOSURE: '抽查核实：客户表示已关闭的事项并未解决。',
  FALSE_VISIT: '抽查核实：客户表示记录中的访问并未发生。',
};

/** What a look at something showed to be wrong: a point that failed, and each word of a record that is not true. @rule D-27 @rule R-ESC-05 */
export function wrongWith(item: LookedAt): Wrong[] {
  const { outcome, note, point, happened, solved } = item;
  if (outcome === 'FAILED') return [{ category: 'SITE', problem: note ?? point ?? '' }];
  if (outcome !== 'FALSE') return [];
  return falseIn(item, { reached: true, happened, solved }).map((category) => ({
    category,
    problem: note ?? WORDS[category] ?? '',
  }));
}

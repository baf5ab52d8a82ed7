import type { LetterSource } from '../liaison-letter/letter-source.js';
import { nextLetterStage, type LetterStage, type LetterVerb } from '../liaison-letter/letter-stage.js';

/** What became of a letter of the past, as its event is named behind `liaisonLetter.`. */
export type LetterHappening = 'DRAFTED' | 'SENT' | 'PASSED' | 'ANSWERED' | 'DISPUTED' | 'CLOSED' | 'WITHDRAWN';

/** One step of a letter, at an instant in milliseconds since 1970. */
export interface LetterStep {
  readonly type: LetterHappening;
  readonly atMs: number;
}

/** What a letter says. */
export interface LetterWords {
  readonly source: LetterSource;
  readonly subject: string;
  readonly matter: string;
  readonly proposal: string;
  readonly answer: string;
}

const VERB_OF: Readonly<Record<LetterHappening, LetterVerb>> = {
  DRAFTED: 'draft',
  SENT: 'send',
  PASSED: 'pass',
  ANSWERED: 'answer',
  DISPUTED: 'dispute',
  CLOSED: 'feedBack',
  WITHDRAWN: 'withdraw',
};

type Life = readonly (readonly [LetterHappening, number])[];
const DRAFT: Life = [['DRAFTED', 0]];
const SENT: Life = [...DRAFT, ['SENT', 3]];
const PASSED: Life = [...SENT, ['PASSED', 20]];
const CLOSED: Life = [...SENT, ['ANSWERED', 50], ['CLOSED', 22]];
const CLOSED_ELSEWHERE: Life = [...PASSED, ['ANSWERED', 90], ['CLOSED', 30]];
const LATE: Life = [...PASSED, ['ANSWERED', 260], ['CLOSED', 20]];
const DISPUTED: Life = [...SENT, ['ANSWERED', 40], ['DISPUTED', 20]];
const WITHDRAWN: Life = [...SENT, ['WITHDRAWN', 6]];

/** What became of letters, by how old they are: the oldest first; each estate's are others. Hours from step to step. */
const LIVES: readonly (readonly Life[])[] = [
  [CLOSED, CLOSED_ELSEWHERE],
  [LATE, CLOSED, [...DISPUTED, ['ANSWERED', 60], ['CLOSED', 24]], CLOSED_ELSEWHERE],
  [PASSED, DISPUTED, SENT, [...SENT, ['ANSWERED', 100]]],
  [SENT, DRAFT, PASSED, WITHDRAWN],
];

/** How many letters an estate has written. */
export const LETTERS = LIVES.length;

/** The steps of a letter until an instant. @param letter the oldest is 0 @param estate which of the company's */
export function letterSteps(letter: number, estate: number, draftedMs: number, untilMs: number): LetterStep[] {
  const lives = LIVES[letter % LETTERS] ?? [DRAFT];
  let atMs = draftedMs;
  return (lives[estate % lives.length] ?? DRAFT)
    .map(([type, hours]) => ({ type, atMs: (atMs += hours * 3_600_000) }))
    .filter((step) => step.atMs < untilMs);
}

/** The stage that steps lead to, each as the life of letters allows it. @rule R-ESC-01 */
export const letterStage = (steps: readonly LetterStep[]): LetterStage | null =>
  steps.reduce<LetterStage | null>((stage, { type }) => nextLetterStage(VERB_OF[type], stage), null);

const WORDS: readonly LetterWords[] = [
  {
    source: 'OTHER',
    subject: '电梯大修资金申请',
    matter: '2号楼两部电梯曳引轮磨损，年检要求限期大修，超出本小区年度维修预算。',
    proposal: '由公司先行垫付，按维修资金流程后续结算。',
    answer: '同意立项，请附三家报价与业主告知记录。',
  },
  {
    source: 'VISIT_SUMMARY',
    subject: '走访集中反映停车难',
    matter: '本月走访近半数业户反映夜间车位不足，外来车辆占用消防通道。',
    proposal: '请公司协调市政增设路侧夜间车位，并支持道闸升级。',
    answer: '已与街道对接夜间共享车位；道闸升级列入下季度计划。',
  },
  {
    source: 'COMPLAINT',
    subject: '投诉涉及开发遗留问题',
    matter: '业户多次投诉外墙渗水，经查属开发遗留，小区无处理权限。',
    proposal: '请公司出面与开发单位约定整改时间。',
    answer: '已发函开发单位，约定两周内进场。',
  },
  {
    source: 'REPAIR',
    subject: '公共管网维修需公司采购',
    matter: '地下主管网老化反复维修，零星采购价高且无质保。',
    proposal: '请公司纳入集中采购，统一更换。',
    answer: '纳入本月集采清单，到货后通知。',
  },
];

/** What a letter says, by how old it is. */
export const letterWords = (letter: number): LetterWords => {
  const words = WORDS[letter % WORDS.length];
  if (!words) throw new RangeError('A letter says something.');
  return words;
};

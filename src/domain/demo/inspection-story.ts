import type { InspectedKind, InspectionOutcome } from '../inspection/inspection-kind.js';
import { outcomeOf, type Verification } from '../inspection/verification.js';
import type { Random } from './random.js';

/** Points of a checklist on site, with what is wrong where one fails. */
const POINTS = [
  { point: '前台资料柜上锁，业主资料分类归档', wrong: '资料柜未上锁，两份业主资料散放台面。' },
  { point: '消防通道畅通，无杂物堆放', wrong: '3单元消防通道堆放装修垃圾。' },
  { point: '电梯年检标识在有效期内', wrong: '2号梯年检标识过期未更换。' },
  { point: '公共区域照明完好', wrong: '地下一层东侧三处灯不亮。' },
  { point: '值班记录连续，交接签字齐全', wrong: '夜班交接缺两次签字。' },
  { point: '投诉电话与价目上墙公示', wrong: '价目表仍为去年版本。' },
] as const;

/** The points that are looked at on site. */
export const CHECKLIST: readonly string[] = POINTS.map(({ point }) => point);

/** How a look at something came out. */
export interface Looked extends Omit<Verification, 'reached'> {
  readonly outcome: InspectionOutcome;
  readonly note: string | null;
}

/** What somebody found of a point on site. */
export function lookedAtPoint(random: Random, point: string): Looked {
  const outcome = random.weighted({ PASSED: 74, FAILED: 20, NOT_APPLICABLE: 6 });
  const note = outcome === 'FAILED' ? (POINTS.find((each) => each.point === point)?.wrong ?? point) : null;
  return { outcome, note, happened: null, solved: null };
}

/** What a customer said about something that was recorded: mostly what the record says. */
export function saidOf(random: Random, kind: InspectedKind, calledBack: boolean): Looked {
  const reached = random.chance(0.84);
  const said = {
    reached,
    happened: reached ? random.chance(0.9) : null,
    solved: reached && kind !== 'OWNER_VISIT' ? random.chance(0.91) : null,
  };
  return { ...said, outcome: outcomeOf({ kind, calledBack }, said), note: null };
}

import type { RepairStage } from '../ticket/repair-stage.js';
import type { Random } from './random.js';

/** One step of a repair of the past. */
export interface StoryStep {
  /** `REPORTED` … as events name it behind `REPAIR_`. */
  readonly type: string;
  readonly stage: RepairStage;
  readonly atMs: number;
  readonly by: 'REPORTER' | 'DESK' | 'TECHNICIAN' | 'ENGINEERING_HEAD';
}

/** Who pays: nobody in particular, the owner by a quotation, or the developer's warranty. @rule D-05 @rule R-DSP-13 */
export type StoryCharge = 'NONE' | 'QUOTED' | 'WARRANTY';

/** What kind of repair is told. */
interface StoryFrame {
  readonly emergency: boolean;
  readonly charge: StoryCharge;
}

type Planned = Omit<StoryStep, 'atMs'> & { readonly afterMinutes: number };

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/**
 * The steps that a repair had taken until an instant, in order. Most are in time (forwarded within 3 minutes, on site
 * within 15, an emergency within 10), some are late, some are stuck, some are called off, some are quoted a price for on
 * site, some lie with the developer meanwhile. (R-RPR-05, R-RPR-07, R-RPR-08, R-DSP-13, D-05)
 */
export function repairStory(random: Random, reportedMs: number, untilMs: number, frame: StoryFrame): StoryStep[] {
  const planned = plan(random, frame);
  const patience = random.chance(0.07) ? random.int(1, planned.length) : planned.length;
  const steps: StoryStep[] = [];
  let atMs = reportedMs;
  for (const { afterMinutes, ...step } of planned.slice(0, patience)) {
    atMs += afterMinutes * MINUTE_MS + random.int(0, 59) * 1_000;
    if (atMs >= untilMs) break;
    steps.push({ ...step, atMs });
  }
  return steps;
}

function plan(random: Random, { emergency, charge }: StoryFrame): Planned[] {
  const reported: Planned = { type: 'REPORTED', stage: 'REPORTED', by: 'REPORTER', afterMinutes: 0 };
  const fate = emergency ? 'DONE' : random.weighted({ DONE: 93, CANCELLED: 5, DECLINED: 2 });
  const forwarded: Planned = step('FORWARDED', 'DESK', random.chance(0.94) ? random.int(0, 1) : random.int(3, 25));
  if (fate === 'DECLINED') return [reported, step('DECLINED', 'DESK', random.int(2, 30))];
  if (fate === 'CANCELLED')
    return [reported, ...(random.chance(0.5) ? [forwarded] : []), step('CANCELLED', 'DESK', random.int(5, 240))];
  return [
    reported,
    forwarded,
    step('ACCEPTED', 'TECHNICIAN', random.chance(0.93) ? 0 : random.int(2, 12)),
    ...work(random, emergency),
    ...charged(random, charge),
    step('COMPLETED', 'TECHNICIAN', random.int(12, 160)),
    ...closing(random),
  ];
}

function work(random: Random, emergency: boolean): Planned[] {
  const inTime = emergency ? random.int(2, 9) : random.int(4, 14);
  const late = random.chance(emergency ? 0.06 : 0.12);
  const arrival = late ? inTime + random.int(8, 90) : inTime;
  const scheduled = !emergency && random.chance(0.12);
  const first: Planned[] = scheduled
    ? [
        step('SCHEDULED', 'DESK', random.int(5, 30)),
        started(DAY_MINUTES + random.int(-200, random.chance(0.9) ? -20 : 200)),
      ]
    : [started(arrival)];
  const again: Planned[] = random.chance(0.06)
    ? [step('CARRIED_OVER', 'TECHNICIAN', random.int(20, 60)), started(random.int(1, 3) * DAY_MINUTES)]
    : [];
  return [...first, ...again];
}

/** What comes before the work on site is done, where somebody else than the company pays for it. */
function charged(random: Random, charge: StoryCharge): Planned[] {
  if (charge === 'QUOTED')
    return [onSite('QUOTED', 'TECHNICIAN', random.int(5, 20)), onSite('QUOTATION_ACCEPTED', 'DESK', random.int(3, 25))];
  if (charge === 'WARRANTY')
    return [
      onSite('RESPONSIBILITY_DECIDED', 'ENGINEERING_HEAD', random.int(10, 40)),
      step('CARRIED_OVER', 'TECHNICIAN', random.int(2, 10)),
      { ...step('CARRIED_OVER', 'DESK', random.int(20, 300)), type: 'PASSED_TO_DEVELOPER' },
      { ...step('CARRIED_OVER', 'DESK', random.int(2, 9) * DAY_MINUTES), type: 'DEVELOPER_DONE' },
      started(random.int(60, 600)),
    ];
  return [];
}

function closing(random: Random): Planned[] {
  return [
    step('SIGNED', 'TECHNICIAN', random.int(2, 15)),
    step('RETURNED', 'ENGINEERING_HEAD', random.int(20, random.chance(0.92) ? 240 : 1_200)),
    step('CALLED_BACK', 'DESK', random.int(10, random.chance(0.9) ? 380 : 1_800)),
    step('CLOSED', 'DESK', random.int(5, 2_880)),
  ];
}

const started = (afterMinutes: number): Planned => ({
  type: 'STARTED',
  stage: 'ON_SITE',
  by: 'TECHNICIAN',
  afterMinutes,
});

const onSite = (type: string, by: StoryStep['by'], afterMinutes: number): Planned => ({
  type,
  stage: 'ON_SITE',
  by,
  afterMinutes,
});

const step = (stage: RepairStage, by: StoryStep['by'], afterMinutes: number): Planned => ({
  type: stage,
  stage,
  by,
  afterMinutes,
});

import { ROLES } from '../identity/role.js';
import { policy } from './policy-definition.js';
import {
  choice,
  choices,
  dayWindows,
  decimal,
  fields,
  flag,
  integer,
  list,
  nullable,
  sensible,
} from './setting-shape.js';

const role = choice(...ROLES);
const households = integer('COUNT', 0, 1_000);
const bands = list(
  fields({ upTo: nullable(integer('COUNT', 1, 1_000_000)), percent: integer('PERCENT', 0, 100) }),
  1,
  12,
);
const rate = nullable(decimal('PERCENT', 100, 1));

/**
 * Visits, surveys, activities.
 * @rule D-03, P-02, P-03, P-07, P-29, P-30, P-39, Q-01, Q-02, Q-03, Q-04, Q-14, Q-34, Q-38, Q-41
 */
export const visitPolicies = {
  'P-02': policy({
    title: 'Quiet hours, and what may not be planned in them',
    titleZh: '免打扰时段',
    shape: fields({ windows: dayWindows, binds: choices(['HOME_VISIT', 'TELEPHONE'], 0) }),
    default: {
      windows: [
        { from: '12:00', to: '14:00' },
        { from: '21:00', to: '08:00' },
      ],
      binds: ['HOME_VISIT', 'TELEPHONE'],
    },
    estateMayOverride: true,
    rules: ['R-VIS-11', 'R-DUN-18', 'D-03', 'Q-41'],
    section: 50,
  }),
  'P-03': policy({
    title: 'How long before an activity customers are told',
    titleZh: '活动通知提前期',
    shape: fields({ lead: integer('COUNT', 0, 60), unit: choice('DAYS', 'WORKING_DAYS') }),
    default: { lead: 3, unit: 'DAYS' },
    estateMayOverride: true,
    rules: ['R-ACT-05', 'R-LTM-17', 'M-ACT-02', 'Q-02'],
    section: 45,
  }),
  'P-07': policy({
    title: 'Households a month that manager and supervisor visit at least, and who else may visit',
    titleZh: '个人走访户数与走访岗位',
    shape: fields({ manager: households, supervisor: households, visitors: choices(ROLES, 1) }),
    default: {
      manager: 5,
      supervisor: 5,
      visitors: ['SERVICE_MANAGER', 'SERVICE_SUPERVISOR', 'STEWARD', 'ASSISTANT_STEWARD', 'FRONT_DESK'],
    },
    estateMayOverride: true,
    rules: ['R-VIS-02', 'R-VIS-03', 'R-VIS-04', 'R-VIS-23'],
    section: 45,
  }),
  'P-29': policy({
    title: 'Share of households to visit a month, by size of the estate; each band includes its upper end',
    titleZh: '月度走访比例',
    shape: sensible(bands, (each) =>
      each.every(({ upTo }, i) => (upTo === null) === (i === each.length - 1) && isAbove(upTo, each[i - 1]?.upTo))
        ? null
        : 'must rise from band to band, and the last one must have no upper end',
    ),
    default: [
      { upTo: 300, percent: 4 },
      { upTo: 500, percent: 5 },
      { upTo: 800, percent: 6 },
      { upTo: null, percent: 7 },
    ],
    estateMayOverride: true,
    rules: ['R-VIS-05', 'R-VIS-06', 'R-VIS-07', 'R-VIS-08', 'Q-03'],
    section: 45,
  }),
  'P-30': policy({
    title: 'Whether the visitor asks for a signature; a refusal is always accepted',
    titleZh: '访问记录签名',
    shape: choice('OPTIONAL', 'ASKED'),
    default: 'OPTIONAL',
    estateMayOverride: true,
    rules: ['R-VIS-15', 'R-VIS-16'],
    section: 45,
  }),
  'P-39': policy({
    title: 'Who runs large and ordinary community activities',
    titleZh: '社区活动负责人',
    shape: fields({ large: role, ordinary: role }),
    default: { large: 'SERVICE_MANAGER', ordinary: 'ASSISTANT_STEWARD' },
    estateMayOverride: true,
    rules: ['R-ACT-01', 'R-ACT-02'],
    section: 45,
  }),
  'Q-01': policy({
    title: 'Satisfaction survey: months between rounds, sample, steps of the scale, upper steps that mean satisfied',
    titleZh: '满意度调查方案',
    shape: sensible(
      fields({
        everyMonths: integer('MONTHS', 1, 24),
        samplePercent: integer('PERCENT', 1, 100),
        steps: integer('COUNT', 5, 5),
        satisfiedSteps: integer('COUNT', 1, 9),
      }),
      ({ steps, satisfiedSteps }) =>
        satisfiedSteps < steps ? null : 'must leave a step of the scale that is not satisfied',
    ),
    default: { everyMonths: 6, samplePercent: 100, steps: 5, satisfiedSteps: 2 },
    estateMayOverride: false,
    rules: ['R-SAT-01', 'R-SAT-02'],
    section: 49,
  }),
  'Q-04': policy({
    title: 'Households that choose the band of the visit share, and those that the share is taken of',
    titleZh: '走访比例的户数口径',
    shape: fields({ bandBy: choice('ALL', 'OCCUPIED'), percentOf: choice('ALL', 'OCCUPIED') }),
    default: { bandBy: 'ALL', percentOf: 'OCCUPIED' },
    estateMayOverride: false,
    rules: ['R-VIS-05', 'D-28'],
    section: 49,
  }),
  'Q-14': policy({
    title: 'Target rates of collection and satisfaction; none until the company sets them',
    titleZh: '收缴率与满意率目标',
    shape: fields({ collectionPercent: rate, satisfactionPercent: rate }),
    default: { collectionPercent: null, satisfactionPercent: null },
    estateMayOverride: true,
    rules: ['M-FEE-01', 'M-SAT-01'],
    section: 49,
  }),
  'Q-34': policy({
    title: 'Whether visits that the company organises count for the estate’s share',
    titleZh: '公司组织走访是否计入',
    shape: flag,
    default: false,
    estateMayOverride: false,
    rules: ['R-VIS-05', 'R-VIS-09'],
    section: 49,
  }),
  'Q-38': policy({
    title: 'What a small estate owes: the larger of share and personal minimums, or the share alone',
    titleZh: '小型小区走访要求',
    shape: choice('LARGER_OF_BOTH', 'SHARE_ALONE'),
    default: 'LARGER_OF_BOTH',
    estateMayOverride: false,
    rules: ['R-VIS-03', 'R-VIS-04', 'R-VIS-05'],
    section: 49,
  }),
};

function isAbove(upTo: number | null, before: number | null | undefined): boolean {
  return upTo === null || before === undefined || (before !== null && upTo > before);
}

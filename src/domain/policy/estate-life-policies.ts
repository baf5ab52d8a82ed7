import { policy } from './policy-definition.js';
import { choice, choices, dayWindows, fields, flag, integer, list, monthDay, sensible, text } from './setting-shape.js';

const RENOVATION_PAPERS = [
  'BUILDING_PLAN',
  'WATER_AND_ELECTRICITY_PLAN',
  'WORKING_DRAWINGS',
  'WORK_PLAN',
  'CONTRACTOR_QUALIFICATION',
  'CONTRACTOR_LICENCE',
  'IDENTITY_COPIES',
  'PHOTOS',
  'TELEPHONE',
] as const;

/**
 * Renovation, passes, cards, keys, goods, patrols.
 * @rule P-11, P-13, P-14, P-17, P-24, P-27, P-28, Q-17, Q-28, Q-29
 */
export const estateLifePolicies = {
  'P-11': policy({
    title: 'Papers that a renovation application must have, and further ones in the company’s words',
    titleZh: '装修申请资料',
    shape: fields({ papers: choices(RENOVATION_PAPERS, 1), further: list(text(60), 0, 20) }),
    default: { papers: [...RENOVATION_PAPERS], further: [] },
    estateMayOverride: true,
    rules: ['R-REN-01'],
    section: 45,
  }),
  'P-13': policy({
    title: 'Hours of noisy renovation work in summer and winter, and whether weekends and holidays are free of it',
    titleZh: '装修施工时间',
    shape: sensible(
      fields({
        summerFrom: monthDay,
        summerTo: monthDay,
        summer: dayWindows,
        winter: dayWindows,
        quietWeekends: flag,
        quietHolidays: flag,
      }),
      ({ summerFrom, summerTo }) => (summerFrom <= summerTo ? null : 'must have a summer that begins before it ends'),
    ),
    default: {
      summerFrom: '05-01',
      summerTo: '09-30',
      summer: [
        { from: '08:30', to: '11:30' },
        { from: '14:30', to: '20:00' },
      ],
      winter: [
        { from: '08:00', to: '12:00' },
        { from: '14:00', to: '19:00' },
      ],
      quietWeekends: true,
      quietHolidays: false,
    },
    estateMayOverride: true,
    rules: ['R-SIT-03', 'R-SIT-04', 'R-SIT-05', 'R-SIT-06', 'Q-17'],
    section: 45,
  }),
  'P-14': policy({
    title: 'Photos and identity copies for a temporary pass',
    titleZh: '临时出入证资料',
    shape: fields({ photos: integer('COUNT', 0, 10), identityCopies: integer('COUNT', 0, 10) }),
    default: { photos: 2, identityCopies: 1 },
    estateMayOverride: true,
    rules: ['R-PAS-01', 'R-PAS-02'],
    section: 45,
  }),
  'P-17': policy({
    title: 'How often the three patrols are made',
    titleZh: '巡查频次',
    shape: fields({
      steward: choice('DAY', 'WORKING_DAY'),
      facilities: choice('DAY', 'WORKING_DAY'),
      comprehensive: choice('WEEK', 'MONTH', 'QUARTER'),
    }),
    default: { steward: 'WORKING_DAY', facilities: 'DAY', comprehensive: 'MONTH' },
    estateMayOverride: true,
    rules: ['R-PAT-01', 'R-PAT-03', 'R-PAT-10'],
    section: 45,
  }),
  'P-24': policy({
    title: 'Who may borrow keys, and what staff may borrow those of vacant units for',
    titleZh: '钥匙借用',
    shape: fields({
      borrowers: choice('STAFF', 'STAFF_AND_PARTNERS'),
      vacantUnits: choices(['VIEWING', 'REPAIR', 'INSPECTION'], 0),
    }),
    default: { borrowers: 'STAFF', vacantUnits: ['VIEWING', 'REPAIR'] },
    estateMayOverride: true,
    rules: ['R-KEY-01', 'R-KEY-06'],
    section: 45,
  }),
  'P-27': policy({
    title: 'Whether goods of renovation workers leave on the common release slip or on one of their own',
    titleZh: '物品放行单',
    shape: choice('ONE_SLIP_WITH_VARIANT', 'TWO_SLIPS'),
    default: 'ONE_SLIP_WITH_VARIANT',
    estateMayOverride: false,
    rules: ['R-SIT-01', 'R-ORG-66'],
    section: 45,
  }),
  'P-28': policy({
    title: 'Months for which a resident card is valid',
    titleZh: '住户卡有效期',
    shape: integer('MONTHS', 1, 120),
    default: 3,
    estateMayOverride: true,
    rules: ['R-CRD-04'],
    section: 45,
  }),
  'Q-28': policy({
    title: 'How often Security returns release slips',
    titleZh: '放行条返回周期',
    shape: choice('WEEK', 'MONTH', 'QUARTER'),
    default: 'MONTH',
    estateMayOverride: true,
    rules: ['R-ORG-66'],
    section: 49,
  }),
  'Q-29': policy({
    title: 'Working days after which a borrowed key is back; 0 is the day of lending',
    titleZh: '钥匙归还期限',
    shape: integer('WORKING_DAYS', 0, 30),
    default: 0,
    estateMayOverride: true,
    rules: ['R-KEY-04'],
    section: 49,
  }),
};

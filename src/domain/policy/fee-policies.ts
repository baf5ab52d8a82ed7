import { ROLES } from '../identity/role.js';
import { SETTLE_ORDERS } from '../ledger/settle-order.js';
import { CURRENCIES } from '../money/money.js';
import { policy } from './policy-definition.js';
import { choice, choices, decimal, fields, flag, integer, nullable, sensible, timeOfDay } from './setting-shape.js';

const role = choice(...ROLES);
const amount = nullable(decimal('MONEY', 1e9, 2));

/**
 * Charges, dunning, deposits.
 * @rule D-10, D-13, D-21, D-22, P-01, P-12, P-15, P-16, P-21, P-22, P-23, P-31, P-36, Q-11, Q-12, Q-13, Q-15, Q-23, Q-31, Q-39, Q-42
 */
export const feePolicies = {
  'P-01': policy({
    title: 'Renovation deposit: months of observation after the first inspection, then months for the refund',
    titleZh: '装修押金退还',
    shape: fields({ observation: integer('MONTHS', 0, 24), refundWithin: integer('MONTHS', 1, 12) }),
    default: { observation: 3, refundWithin: 1 },
    estateMayOverride: true,
    rules: ['D-10', 'R-DEP-01', 'R-DEP-02', 'M-DEP-02'],
    section: 50,
  }),
  'P-12': policy({
    title: 'Renovation deposit and waste fee in the company’s currency; none until the company sets them',
    titleZh: '装修押金与垃圾清运费标准',
    shape: fields({ deposit: amount, wasteFee: amount, wasteFeePer: choice('UNIT', 'SQUARE_METRE') }),
    default: { deposit: null, wasteFee: null, wasteFeePer: 'UNIT' },
    estateMayOverride: true,
    rules: ['R-REN-01'],
    section: 45,
  }),
  'P-15': policy({
    title: 'Who authorises a deposit’s refund, who pays it, who receives the customer',
    titleZh: '押金退还分工',
    shape: sensible(fields({ authorises: role, pays: role, receives: role }), ({ authorises, pays }) =>
      authorises === pays ? 'must leave authorising and paying to different roles' : null,
    ),
    default: { authorises: 'ACCOUNTANT', pays: 'CASHIER', receives: 'FRONT_DESK' },
    estateMayOverride: false,
    rules: ['R-DEP-03', 'R-DEP-04', 'R-ORG-61'],
    section: 45,
  }),
  'P-16': policy({
    title: 'Who collects what is due at move-in',
    titleZh: '入伙费用收取岗位',
    shape: role,
    default: 'CASHIER',
    estateMayOverride: true,
    rules: ['R-MIN-03'],
    section: 45,
  }),
  'P-21': policy({
    title: 'Whether a lawyer’s letter may still follow after more than a year',
    titleZh: '逾期一年以上的律师函',
    shape: choice('AFTER_REFUSED_VISITS', 'ALWAYS', 'COMPANY_DECIDES'),
    default: 'AFTER_REFUSED_VISITS',
    estateMayOverride: false,
    rules: ['R-DUN-07'],
    section: 45,
  }),
  'P-22': policy({
    title: 'Whether a lawyer’s letter needs the time overdue or the failed visits, or both',
    titleZh: '律师函发送条件',
    shape: choice('EITHER', 'BOTH'),
    default: 'EITHER',
    estateMayOverride: false,
    rules: ['R-DUN-07'],
    section: 45,
  }),
  'P-23': policy({
    title: 'Days after a dunning step in which a payment counts as its effect',
    titleZh: '催收效果统计期',
    shape: integer('DAYS', 1, 180),
    default: 30,
    estateMayOverride: false,
    rules: ['M-DUN-07'],
    section: 45,
  }),
  'P-31': policy({
    title: 'Who leads dunning, who may join, and how many make a team',
    titleZh: '催收人员',
    shape: fields({ leads: role, mayJoin: choices(ROLES, 0), teamAtLeast: integer('COUNT', 1, 10) }),
    default: { leads: 'STEWARD', mayJoin: ['CASHIER'], teamAtLeast: 2 },
    estateMayOverride: true,
    rules: ['R-DUN-05', 'R-DUN-06', 'R-FEE-10'],
    section: 45,
  }),
  'P-36': policy({
    title: 'For whom collection targets are entered, each by period and charge kind',
    titleZh: '收费指标口径',
    shape: choice('STEWARD', 'ESTATE'),
    default: 'STEWARD',
    estateMayOverride: false,
    rules: ['R-FEE-05', 'Q-15'],
    section: 45,
  }),
  'Q-11': policy({
    title: 'Days before the first of the collection month between which the payment notice is given, both included',
    titleZh: '缴费通知发放期',
    shape: sensible(
      fields({ earliest: integer('DAYS', 1, 60), latest: integer('DAYS', 0, 60) }),
      ({ earliest, latest }) => (earliest >= latest ? null : 'must begin before it ends'),
    ),
    default: { earliest: 15, latest: 10 },
    estateMayOverride: true,
    rules: ['R-FEE-03', 'R-DUN-01'],
    section: 49,
  }),
  'Q-12': policy({
    title: 'Calendar months past the deadline after which the debtor is visited',
    titleZh: '上门催收起始月数',
    shape: integer('MONTHS', 0, 24),
    default: 2,
    estateMayOverride: false,
    rules: ['R-DUN-04', 'R-DUN-07'],
    section: 49,
  }),
  'Q-13': policy({
    title: 'Failed visits from which a lawyer’s letter may follow',
    titleZh: '上门未果次数',
    shape: integer('COUNT', 1, 20),
    default: 2,
    estateMayOverride: false,
    rules: ['R-DUN-07'],
    section: 49,
  }),
  'Q-23': policy({
    title: 'Who may hear recordings of dunning calls',
    titleZh: '催收录音查阅岗位',
    shape: choices(ROLES, 1),
    default: ['STEWARD', 'CASHIER', 'QUALITY_OFFICER'],
    estateMayOverride: false,
    rules: ['R-DUN-12'],
    section: 49,
  }),
  'D-21': policy({
    title:
      'Currency of the accounts, in which order money settles charges, and whether what was paid ahead settles new ones',
    titleZh: '收费台账币种、冲抵顺序与预存抵扣',
    shape: fields({
      currency: choice(...CURRENCIES),
      settles: choice(...SETTLE_ORDERS),
      prepayment: choice('SETTLES_NEW_CHARGES', 'WAITS'),
    }),
    default: { currency: 'CNY', settles: 'OLDEST_FIRST', prepayment: 'SETTLES_NEW_CHARGES' },
    estateMayOverride: true,
    rules: ['D-21', 'R-FEE-11'],
    section: 50,
  }),
  'D-22': policy({
    title:
      'Late fee by contract: ten-thousandths of what is open for each day, none at zero; its cap, days of grace, and when it is booked',
    titleZh: '违约金费率、上限与宽限期',
    shape: fields({
      perDay: integer('COUNT', 0, 100),
      capPercent: integer('PERCENT', 0, 100),
      graceDays: integer('DAYS', 0, 365),
      booked: choice('WHEN_DEMANDED', 'WHEN_PAID'),
    }),
    default: { perDay: 0, capPercent: 100, graceDays: 0, booked: 'WHEN_DEMANDED' },
    estateMayOverride: true,
    rules: ['D-22'],
    section: 50,
  }),
  'D-13': policy({
    title:
      'Days after the deadline from which a debtor is dunned, and within which who is abroad is called, others are visited, and a letter is served',
    titleZh: '催收起始与各步骤时限',
    shape: fields({
      openAfter: integer('DAYS', 0, 365),
      callWithin: integer('DAYS', 1, 365),
      visitWithin: integer('DAYS', 1, 365),
      serveWithin: integer('DAYS', 1, 365),
    }),
    default: { openAfter: 0, callWithin: 15, visitWithin: 30, serveWithin: 15 },
    estateMayOverride: true,
    rules: ['D-13', 'R-DUN-02', 'R-DUN-04', 'D-09'],
    section: 50,
  }),
  'Q-31': policy({
    title:
      'Whether payers that change within a month share its charges by days; else the payer of the first day owes them all',
    titleZh: '月内转户按日分摊',
    shape: flag,
    default: true,
    estateMayOverride: true,
    rules: ['Q-31', 'D-21'],
    section: 49,
  }),
  'Q-39': policy({
    title: 'Years after which a claim is barred by limitation',
    titleZh: '诉讼时效',
    shape: integer('YEARS', 1, 30),
    default: 3,
    estateMayOverride: false,
    rules: ['R-DUN-16', 'M-DUN-11'],
    section: 49,
  }),
  'Q-42': policy({
    title: 'When the evening of dunning visits begins; it ends with the quiet hours',
    titleZh: '晚间上门催收开始时间',
    shape: timeOfDay,
    default: '18:00',
    estateMayOverride: true,
    rules: ['R-DUN-05', 'R-DUN-18'],
    section: 49,
  }),
};

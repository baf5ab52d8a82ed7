import { PAUSE_REASONS } from '../service-clock/pause-reason.js';
import { policy } from './policy-definition.js';
import { fields, integer, type SettingShape } from './setting-shape.js';

const DAY = 1_440;
const minutes = integer('MINUTES', 1, 30 * DAY);
const pause = integer('MINUTES', 0, 90 * DAY);
type ByReason = Readonly<Record<(typeof PAUSE_REASONS)[number], SettingShape<number>>>;

/**
 * The limits of service clocks, and how long one may stand still.
 * @rule R-RPR-05, R-RPR-07, R-RPR-08, R-CMP-06, R-CMP-07, R-CMP-10, R-CMP-13, R-CMP-17, R-CMP-37, D-05, D-07, D-08, D-23
 */
export const clockPolicies = {
  'R-RPR-05': policy({
    title: 'Time from the report of a repair until it is forwarded to Engineering and until it is accepted there',
    titleZh: '报修转呈与接单时限',
    shape: fields({ forwarding: minutes, acceptance: minutes, controlRoom: minutes }),
    default: { forwarding: 3, acceptance: 3, controlRoom: 3 },
    estateMayOverride: true,
    rules: ['R-RPR-05', 'M-RPR-01', 'D-07', 'D-08'],
    section: 5,
  }),
  'R-RPR-07': policy({
    title: 'Time from the acceptance of an ordinary repair until somebody is on site',
    titleZh: '一般报修到场时限',
    shape: minutes,
    default: 15,
    estateMayOverride: true,
    rules: ['R-RPR-07', 'M-RPR-02', 'D-19'],
    section: 5,
  }),
  'R-RPR-08': policy({
    title: 'Time from the acceptance of an emergency until somebody is on site',
    titleZh: '急迫抢修到场时限',
    shape: minutes,
    default: 10,
    estateMayOverride: true,
    rules: ['R-RPR-08', 'M-RPR-04', 'D-19'],
    section: 5,
  }),
  'D-23': policy({
    title: 'Time from the report of a repair until somebody is at the door',
    titleZh: '报修到上门总时限',
    shape: fields({ ordinary: minutes, emergency: minutes }),
    default: { ordinary: 18, emergency: 13 },
    estateMayOverride: true,
    rules: ['D-23', 'M-RPR-02'],
    section: 50,
  }),
  'D-05': policy({
    title: 'Longest time that a service clock stands still without an approval, by reason',
    titleZh: '计时暂停上限',
    shape: fields(Object.fromEntries(PAUSE_REASONS.map((reason) => [reason, pause])) as ByReason),
    default: {
      CUSTOMER_ABSENT: DAY,
      NO_ACCESS: DAY,
      PARTS_AWAITED: 3 * DAY,
      CONSENT_AWAITED: 3 * DAY,
      WITH_DEVELOPER: 7 * DAY,
      WITH_SUPPLIER: 3 * DAY,
      AUTHORITY: 3 * DAY,
    },
    estateMayOverride: true,
    rules: ['D-05', 'D-27'],
    section: 50,
  }),
  'R-CMP-06': policy({
    title: 'Time from rectification of a general complaint until the department tells the front desk',
    titleZh: '一般性投诉整改反馈时限',
    shape: minutes,
    default: 20,
    estateMayOverride: true,
    rules: ['R-CMP-06', 'M-CMP-04'],
    section: 6,
  }),
  'R-CMP-07': policy({
    title: 'Time in which the front desk tells the customer the result of a general complaint',
    titleZh: '一般性投诉回复客户时限',
    shape: minutes,
    default: 30,
    estateMayOverride: true,
    rules: ['R-CMP-07', 'M-CMP-05'],
    section: 6,
  }),
  'R-CMP-10': policy({
    title: 'Time in which the department puts an important complaint right',
    titleZh: '重要投诉整改时限',
    shape: minutes,
    default: 720,
    estateMayOverride: true,
    rules: ['R-CMP-10', 'M-CMP-06'],
    section: 6,
  }),
  'R-CMP-13': policy({
    title: 'Time in which the customer of a major complaint is told how it is handled',
    titleZh: '重大投诉回复时限',
    shape: minutes,
    default: 30,
    estateMayOverride: true,
    rules: ['R-CMP-13', 'M-CMP-07'],
    section: 6,
  }),
  'R-CMP-17': policy({
    title: 'Time in which every complaint is dealt with or the customer is told how it stands',
    titleZh: '投诉处理反馈时限',
    shape: minutes,
    default: 720,
    estateMayOverride: true,
    rules: ['R-CMP-17', 'M-CMP-08'],
    section: 6,
  }),
  'R-CMP-37': policy({
    title: 'Calendar months after which an unsolved complaint turns major',
    titleZh: '未解决投诉升级为重大的月数',
    shape: integer('MONTHS', 1, 12),
    default: 1,
    estateMayOverride: false,
    rules: ['R-CMP-14', 'R-CMP-37', 'M-CMP-10', 'D-02', 'D-06'],
    section: 6,
  }),
};

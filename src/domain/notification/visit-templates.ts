import type { MessageLanguage, MessageTemplate } from './message-template.js';
import type { NotificationKind } from './notification-kind.js';

/** The product's words about visits to households, and about what is to be put right. */
export const VISIT_TEMPLATES = {
  VISIT_RECORD_MISSED: {
    ZH_CN: { title: '访问记录未按时提交', body: '{estate}有一份业户访问记录次日内未提交，请督促访问人。' },
    EN: {
      title: 'Visit record not handed in',
      body: 'A record of a visit at {estate} was not handed in by the next day.',
    },
  },
  VISIT_SUMMARY_SUBMITTED: {
    ZH_CN: { title: '走访总结待您审批', body: '{estate}的业户访问总结已提交，请审批并确定措施。' },
    EN: {
      title: 'A summary of visits for you',
      body: 'A summary of the visits at {estate} waits for your decision.',
    },
  },
  VISITS_SHORT: {
    ZH_CN: { title: '本月走访未达标', body: '{estate}本月已进入最后一周，走访户数仍未达到要求，请安排。' },
    EN: {
      title: 'Visits fall short',
      body: 'The last week of the month has begun, and {estate} has not made the visits that it requires.',
    },
  },
  CORRECTIVE_ACTION_OWED: {
    ZH_CN: { title: '您有一项整改措施', body: '{estate}有一项纠正预防措施由您负责，请在期限内完成。' },
    EN: {
      title: 'An action for you',
      body: 'You own a corrective or preventive action at {estate}. Please carry it out by its due day.',
    },
  },
  CORRECTIVE_ACTION_OVERDUE: {
    ZH_CN: { title: '整改措施已逾期', body: '{estate}有一项纠正预防措施超过期限仍未完成，请跟进。' },
    EN: {
      title: 'Action overdue',
      body: 'A corrective or preventive action at {estate} was not done by its due day.',
    },
  },
} as const satisfies Partial<Record<NotificationKind, Readonly<Record<MessageLanguage, MessageTemplate>>>>;

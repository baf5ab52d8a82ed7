import type { MessageLanguage, MessageTemplate } from './message-template.js';
import type { NotificationKind } from './notification-kind.js';

/** The product's words about what head office watches. */
export const OVERSIGHT_TEMPLATES = {
  METRIC_ALERT: {
    ZH_CN: { title: '指标预警', body: '{estate}有一项指标越过预警线，请查看并处理。' },
    EN: { title: 'A figure calls for you', body: 'A figure of {estate} has broken a rule. Please look into it.' },
  },
  LETTER_SENT: {
    ZH_CN: { title: '工作联系函待答复', body: '{estate}发来工作联系函，请协助处理并在期限内答复。' },
    EN: {
      title: 'A liaison letter for you',
      body: '{estate} has sent a work liaison letter. Please help and answer in time.',
    },
  },
  LETTER_PASSED: {
    ZH_CN: { title: '工作联系函转来', body: '{estate}的工作联系函已转到您的部门，请答复。' },
    EN: {
      title: 'A liaison letter was passed to you',
      body: 'A work liaison letter of {estate} lies with your department.',
    },
  },
  LETTER_ANSWERED: {
    ZH_CN: { title: '工作联系函已答复', body: '{estate}的工作联系函已有答复，请反馈业主。' },
    EN: {
      title: 'A liaison letter was answered',
      body: 'A work liaison letter of {estate} was answered. Please tell the owner.',
    },
  },
  LETTER_OVERDUE: {
    ZH_CN: { title: '工作联系函逾期未复', body: '{estate}有一份工作联系函超过期限仍未答复，请跟进。' },
    EN: { title: 'A liaison letter is overdue', body: 'A work liaison letter of {estate} was not answered in time.' },
  },
  INSPECTION_ANNOUNCED: {
    ZH_CN: { title: '品质检查预告', body: '品质管理部将到{estate}现场检查，请做好准备。' },
    EN: { title: 'An inspection is coming', body: 'The quality department will inspect {estate} on site.' },
  },
  INSPECTION_PUBLISHED: {
    ZH_CN: { title: '品质检查结果', body: '{estate}的品质检查结果已公布，请查看并落实整改。' },
    EN: { title: 'An inspection was published', body: 'The results of an inspection of {estate} are open to you.' },
  },
} as const satisfies Partial<Record<NotificationKind, Readonly<Record<MessageLanguage, MessageTemplate>>>>;

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
  REPORT_SUBMITTED: {
    ZH_CN: { title: '报表待审批', body: '{estate}提交了一份报表，请在两个工作日内审批。' },
    EN: {
      title: 'A report for you',
      body: '{estate} has handed in a report. Please decide on it within two working days.',
    },
  },
  REPORT_RETURNED: {
    ZH_CN: { title: '报表被退回', body: '{estate}的一份报表被退回，请修改后重新提交。' },
    EN: { title: 'A report came back', body: 'A report of {estate} came back with a reason. Please hand it in again.' },
  },
  REPORT_APPROVED: {
    ZH_CN: { title: '报表已批准', body: '{estate}的一份报表已批准，请查阅。' },
    EN: { title: 'A report was approved', body: 'A report of {estate} was approved.' },
  },
  REPORT_OVERDUE: {
    ZH_CN: { title: '报表逾期未交', body: '{estate}有一份报表超过期限仍未提交，请尽快完成。' },
    EN: { title: 'A report is overdue', body: 'A report of {estate} was not handed in by its deadline.' },
  },
} as const satisfies Partial<Record<NotificationKind, Readonly<Record<MessageLanguage, MessageTemplate>>>>;

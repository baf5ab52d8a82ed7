import type { MessageLanguage, MessageTemplate } from './message-template.js';
import type { NotificationKind } from './notification-kind.js';
import { OVERSIGHT_TEMPLATES } from './oversight-templates.js';
import { VISIT_TEMPLATES } from './visit-templates.js';

/** The words that the product brings, for companies that have not set their own. */
export const PRODUCT_TEMPLATES: Readonly<Record<NotificationKind, Readonly<Record<MessageLanguage, MessageTemplate>>>> =
  {
    REPAIR_TAKEN: {
      ZH_CN: { title: '报修已受理', body: '您在{estate}的报修已受理，单号{number}。' },
      EN: { title: 'Repair taken', body: 'Your repair report at {estate} was taken down as {number}.' },
    },
    REPAIR_ASSIGNED: {
      ZH_CN: { title: '维修人员已接单', body: '{estate}报修单{number}已由维修人员接单。' },
      EN: { title: 'Technician assigned', body: 'A technician has accepted {number} at {estate}.' },
    },
    REPAIR_ON_SITE: {
      ZH_CN: { title: '维修人员已到场', body: '{estate}报修单{number}的维修人员已到场。' },
      EN: { title: 'Technician on site', body: 'The technician for {number} at {estate} has arrived.' },
    },
    REPAIR_DONE: {
      ZH_CN: { title: '维修已完成', body: '{estate}报修单{number}已完成，如仍有问题请联系客户服务中心。' },
      EN: {
        title: 'Repair done',
        body: '{number} at {estate} is done. If anything is still wrong, tell the service centre.',
      },
    },
    REPAIR_CANCELLED: {
      ZH_CN: { title: '报修已取消', body: '{estate}报修单{number}已取消。' },
      EN: { title: 'Repair called off', body: '{number} at {estate} was called off.' },
    },
    REPAIR_FORWARDED: {
      ZH_CN: { title: '新维修单', body: '{estate}有新维修单{number}，请在3分钟内接单。' },
      EN: { title: 'New work order', body: '{number} at {estate} waits for you: accept it within 3 minutes.' },
    },
    REPAIR_SCHEDULED: {
      ZH_CN: { title: '已另约上门时间', body: '{estate}报修单{number}已另行约定上门时间，请在工单中查看。' },
      EN: {
        title: 'Another time agreed',
        body: 'Another time was agreed for {number} at {estate}; the order shows it.',
      },
    },
    REPAIR_CARRIED_OVER: {
      ZH_CN: { title: '维修未完成', body: '{estate}报修单{number}本次未能完成，我们会与您约定下次上门时间。' },
      EN: {
        title: 'Repair not finished',
        body: '{number} at {estate} is not finished yet. We will agree the next visit with you.',
      },
    },
    REPAIR_HANDED_OVER: {
      ZH_CN: { title: '维修单已转交给您', body: '{estate}维修单{number}已转交给您处理。' },
      EN: { title: 'Work order handed over', body: '{number} at {estate} was handed over to you.' },
    },
    REPAIR_CALLED_OFF: {
      ZH_CN: { title: '维修单已取消', body: '{estate}维修单{number}已取消，无需上门。' },
      EN: { title: 'Work order called off', body: '{number} at {estate} was called off: nobody needs to go there.' },
    },
    REPAIR_REPORTED: {
      ZH_CN: { title: '新报修待转呈', body: '{estate}有新报修{number}，请在3分钟内转呈工程部。' },
      EN: {
        title: 'New repair report',
        body: '{number} at {estate} waits: forward it to Engineering within 3 minutes.',
      },
    },
    REPAIR_RETURNED: {
      ZH_CN: { title: '维修单已返回，请回访', body: '{estate}维修单{number}已返回前台，请立即回访客户。' },
      EN: { title: 'Order returned', body: '{number} at {estate} is back: call the customer back at once.' },
    },
    REPAIR_REOPENED: {
      ZH_CN: { title: '维修单返修', body: '{estate}维修单{number}客户反映未修好，已重新打开，请跟进。' },
      EN: {
        title: 'Repair reopened',
        body: '{number} at {estate} was opened again: the customer says it is not fixed.',
      },
    },
    COMPLAINT_TAKEN: {
      ZH_CN: { title: '收到投诉', body: '{estate}收到投诉{number}，请关注处理。' },
      EN: { title: 'Complaint taken', body: 'A complaint was taken down at {estate} as {number}.' },
    },
    COMPLAINT_MAJOR: {
      ZH_CN: { title: '重大投诉', body: '{estate}投诉{number}为重大投诉，请立即处理，30分钟内回复客户。' },
      EN: {
        title: 'Major complaint',
        body: '{number} at {estate} is a major complaint: the customer hears from us within 30 minutes.',
      },
    },
    COMPLAINT_RAISED: {
      ZH_CN: { title: '投诉升级为重要', body: '{estate}投诉{number}已升级为重要投诉，请在12小时内整改完毕。' },
      EN: {
        title: 'Complaint now important',
        body: '{number} at {estate} became important: put it right within 12 hours.',
      },
    },
    COMPLAINT_RECTIFIED: {
      ZH_CN: { title: '投诉已整改，请回复客户', body: '{estate}投诉{number}已整改，请在30分钟内回复客户。' },
      EN: {
        title: 'Complaint put right',
        body: '{number} at {estate} was put right: tell the customer within 30 minutes.',
      },
    },
    COMPLAINT_REOPENED: {
      ZH_CN: { title: '投诉重新打开', body: '{estate}投诉{number}客户不满意，已重新打开，请跟进。' },
      EN: {
        title: 'Complaint reopened',
        body: '{number} at {estate} was opened again: the customer is not satisfied.',
      },
    },
    CALLBACK_OWED: {
      ZH_CN: { title: '请回访客户', body: '{estate}投诉{number}已回复客户，请按要求回访。' },
      EN: { title: 'Callback owed', body: '{number} at {estate} was answered: call or visit the customer.' },
    },
    TICKET_ASSIGNED: {
      ZH_CN: { title: '工单已转交给您', body: '{estate}{number}已转交给您或您的部门处理。' },
      EN: { title: 'Assigned to you', body: '{number} at {estate} was assigned to you or your department.' },
    },
    TICKET_MERGED: {
      ZH_CN: { title: '工单已合并', body: '{estate}{number}已并入另一工单，无需单独处理。' },
      EN: {
        title: 'Joined another ticket',
        body: '{number} at {estate} joined another ticket: nothing is to be done on it.',
      },
    },
    TICKET_UNMERGED: {
      ZH_CN: { title: '工单需单独处理', body: '{estate}{number}所并入的工单已终止，请单独处理。' },
      EN: {
        title: 'Stands by itself again',
        body: '{number} at {estate} stands by itself: the ticket that it had joined ended without the work.',
      },
    },
    TICKET_TRANSFERRED: {
      ZH_CN: { title: '工单已转部门', body: '{estate}{number}已转交其他部门处理。' },
      EN: { title: 'Passed to another department', body: '{number} at {estate} was passed to another department.' },
    },
    CONTACT_FROM_MEDIA: {
      ZH_CN: { title: '媒体来访', body: '{estate}有媒体来电来访，记录{number}。' },
      EN: { title: 'The media asked', body: 'The media contacted {estate}: see {number} in the contact log.' },
    },
    APPROVAL_WAITING: {
      ZH_CN: { title: '有事项待您审批', body: '{company}有事项等待您审核或批准。' },
      EN: { title: 'Waits for your decision', body: 'Something at {company} waits for your review or approval.' },
    },
    APPROVAL_DECIDED: {
      ZH_CN: { title: '审批已有结果', body: '您在{company}提交的事项已有审批结果。' },
      EN: { title: 'Decided', body: 'What you submitted at {company} was decided or sent back.' },
    },
    REQUEST_TAKEN: {
      ZH_CN: { title: '已受理', body: '您在{estate}提交的事项已受理，单号{number}。' },
      EN: { title: 'Taken down', body: 'What you brought up at {estate} was taken down as {number}.' },
    },
    REQUEST_ANSWERED: {
      ZH_CN: { title: '已答复', body: '{estate}单号{number}已答复，请查看。' },
      EN: { title: 'Answered', body: '{number} at {estate} was answered; the ticket shows how.' },
    },
    REQUEST_DECLINED: {
      ZH_CN: { title: '不予受理', body: '{estate}单号{number}不在服务范围内，请查看说明。' },
      EN: { title: 'Outside our service', body: '{number} at {estate} is outside our service; the ticket says why.' },
    },
    REQUEST_CANCELLED: {
      ZH_CN: { title: '已取消', body: '{estate}单号{number}已取消。' },
      EN: { title: 'Called off', body: '{number} at {estate} was called off.' },
    },
    SERVICE_QUOTED: {
      ZH_CN: { title: '服务报价', body: '{estate}服务申请{number}已报价，请确认。' },
      EN: { title: 'Price named', body: 'The price of {number} at {estate} was named; please say whether you agree.' },
    },
    SERVICE_PERFORMED: {
      ZH_CN: { title: '服务已完成', body: '{estate}服务申请{number}已完成，我们会回访您。' },
      EN: { title: 'Service performed', body: '{number} at {estate} is done. We will call you back about it.' },
    },
    HELP_TAKEN: {
      ZH_CN: { title: '求助已收到', body: '您在{estate}的求助已收到，单号{number}，值班人员正在赶来。' },
      EN: {
        title: 'Help is on its way',
        body: 'Your call for help at {estate} was taken as {number}; somebody is coming.',
      },
    },
    HELP_CALLED: {
      ZH_CN: { title: '住户求助', body: '{estate}有住户求助{number}，请立即前往。' },
      EN: { title: 'Call for help', body: 'Somebody at {estate} calls for help ({number}): go there at once.' },
    },
    CONTACT_ESCALATED: {
      ZH_CN: { title: '来电来访已上报', body: '{estate}来电来访记录{number}已上报，请指示处理。' },
      EN: { title: 'Contact escalated', body: '{number} at {estate} was escalated: say how it is to be handled.' },
    },
    REPAIR_NOT_ACCEPTED: {
      ZH_CN: { title: '维修单超时未接单', body: '{estate}维修单{number}超过时限仍无人接单，请跟进。' },
      EN: { title: 'Work order not accepted', body: 'Nobody has accepted {number} at {estate} within its limit.' },
    },
    REPAIR_NOT_STARTED: {
      ZH_CN: { title: '维修人员超时未到场', body: '{estate}维修单{number}超过时限仍无人到场，请跟进。' },
      EN: { title: 'Technician not on site', body: 'Nobody has arrived for {number} at {estate} within its limit.' },
    },
    CALLBACK_OVERDUE: {
      ZH_CN: { title: '回访超时', body: '{estate}{number}超过时限仍未回访客户，请跟进。' },
      EN: { title: 'Callback overdue', body: 'The customer of {number} at {estate} was not called back in time.' },
    },
    COMPLAINT_LATE: {
      ZH_CN: { title: '投诉处理超时', body: '{estate}投诉{number}已超过处理时限，请跟进。' },
      EN: { title: 'Complaint late', body: 'A limit of complaint {number} at {estate} has passed.' },
    },
    COMPLAINT_NOT_FED_BACK: {
      ZH_CN: { title: '投诉未按时反馈', body: '{estate}投诉{number}超过时限既未处理也未向客户反馈。' },
      EN: {
        title: 'Complaint without feedback',
        body: 'Complaint {number} at {estate} was neither dealt with nor fed back about in time.',
      },
    },
    PROMISED_REPLY_DUE: {
      ZH_CN: { title: '承诺回复时间已到', body: '{estate}投诉{number}承诺客户的回复时间已到，请立即回复。' },
      EN: { title: 'Promised reply due', body: 'The customer of {number} at {estate} was promised a reply by now.' },
    },
    COMPLAINT_TURNED_MAJOR: {
      ZH_CN: { title: '投诉升级为重大投诉', body: '{estate}投诉{number}一个月内未解决，已升级为重大投诉。' },
      EN: {
        title: 'Complaint turned major',
        body: 'Complaint {number} at {estate} was not solved in time and is major now.',
      },
    },
    REPAIR_QUOTED: {
      ZH_CN: { title: '维修报价待您确认', body: '{estate}报修单{number}有新的维修报价，请确认后我们再开工。' },
      EN: {
        title: 'A quotation for you',
        body: 'There is a quotation for {number} at {estate}: we start once you agree.',
      },
    },
    REPAIR_QUOTATION_ANSWERED: {
      ZH_CN: { title: '客户已答复报价', body: '{estate}维修单{number}的报价客户已答复，请查看。' },
      EN: { title: 'Quotation answered', body: 'The customer has answered the quotation for {number} at {estate}.' },
    },
    REPAIR_DAY: {
      ZH_CN: {
        title: '{estate}{day}维修日报',
        body: '{estate}{day}：新增维修单{reported}单，完成{completed}单，当日结束时未完成{open}单，未经客户同意报价即上门{withoutConsent}次。',
      },
      EN: {
        title: 'Repairs of {day} at {estate}',
        body: '{estate}, {day}: {reported} reported, {completed} completed, {open} not done at the end of the day; {withoutConsent} visits without consent to the price.',
      },
    },
    REPAIR_DAY_SILENT: {
      ZH_CN: {
        title: '{estate}{day}无维修记录',
        body: '{estate}{day}没有新增或完成任何维修单，请核实是否漏记；未完成{open}单。',
      },
      EN: {
        title: 'No repairs recorded on {day} at {estate}',
        body: '{estate}, {day}: nothing was reported and nothing completed. Is that so? {open} are not done.',
      },
    },
    REPAIR_WITH_DEVELOPER: {
      ZH_CN: {
        title: '保修维修已转开发商',
        body: '{estate}报修单{number}属开发商保修范围，已转开发商处理，我们会继续跟进。',
      },
      EN: {
        title: 'With the developer',
        body: "{number} at {estate} is under the developer's warranty and lies with the developer. We keep after it.",
      },
    },
    ...VISIT_TEMPLATES,
    ...OVERSIGHT_TEMPLATES,
    WEBHOOK_DISABLED: {
      ZH_CN: {
        title: '推送已停用',
        body: '{company}的推送地址“{endpoint}”多日失败，已停用；事件会保留，恢复后继续推送。',
      },
      EN: {
        title: 'Webhook disabled',
        body: 'The endpoint “{endpoint}” of {company} failed for days and was disabled. Its events wait for it.',
      },
    },
  };

import type { PriceKind } from '../../domain/price/price.js';
import type { QuotationState } from '../../domain/quotation/consent.js';
import type { FormLanguage } from '../../domain/form/form-key.js';

/** What stands printed on the work order, in each language. */
interface WorkOrderWords {
  readonly title: string;
  readonly titleCustomer: string;
  readonly number: string;
  readonly urgency: Readonly<Record<'ORDINARY' | 'EMERGENCY', string>>;
  readonly customerPart: string;
  readonly commonPart: string;
  readonly room: string;
  readonly contact: string;
  readonly phone: string;
  readonly content: string;
  readonly workPart: string;
  readonly reportedAt: string;
  readonly forwardedAt: string;
  readonly acceptedAt: string;
  readonly startedAt: string;
  readonly completedAt: string;
  readonly technician: string;
  readonly visits: string;
  readonly charge: string;
  readonly rework: string;
  readonly callback: string;
  readonly quotation: string;
  readonly answers: Readonly<Record<QuotationState, string>>;
  readonly priceKinds: Readonly<Record<PriceKind, string>>;
  readonly partsUsed: string;
  readonly item: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
  readonly total: string;
  readonly customerSignature: string;
  readonly headSignature: string;
  readonly seal: string;
  readonly date: string;
  readonly missing: Readonly<Record<'REFUSED' | 'ABSENT', string>>;
  readonly byAccount: string;
  readonly attachments: string;
  readonly purposes: Readonly<Record<'REPORTED' | 'BEFORE' | 'AFTER' | 'SIGNATURE' | 'EVIDENCE', string>>;
  readonly hash: string;
  readonly printedAt: string;
}

export const WORK_ORDER_WORDS: Readonly<Record<FormLanguage, WorkOrderWords>> = {
  ZH_CN: {
    title: '维修单',
    titleCustomer: '客户区域维修工作单',
    number: '编号',
    urgency: { ORDINARY: '一般维修', EMERGENCY: '急迫抢修' },
    customerPart: '客户信息',
    commonPart: '公共区域报修',
    room: '房号',
    contact: '联系人',
    phone: '联系电话',
    content: '报修内容',
    workPart: '维修情况',
    reportedAt: '报修时间',
    forwardedAt: '转呈时间',
    acceptedAt: '接单时间',
    startedAt: '开工时间',
    completedAt: '完成时间',
    technician: '维修人员',
    visits: '上门次数',
    charge: '维修费',
    rework: '返修',
    callback: '回访结果',
    quotation: '维修报价',
    answers: { OFFERED: '待客户确认', ACCEPTED: '客户已同意', DECLINED: '客户不同意', SUPERSEDED: '已作废' },
    priceKinds: { LABOUR: '人工', PART: '材料' },
    partsUsed: '实际用料',
    item: '项目',
    quantity: '数量',
    price: '单价',
    amount: '金额',
    total: '合计',
    customerSignature: '客户签字',
    headSignature: '部门负责人签字',
    seal: '盖章处',
    date: '日期',
    missing: { REFUSED: '客户拒绝签字', ABSENT: '客户不在场' },
    byAccount: '系统内签署',
    attachments: '附件',
    purposes: { REPORTED: '报修照片', BEFORE: '维修前', AFTER: '维修后', SIGNATURE: '签字', EVIDENCE: '凭证' },
    hash: '内容校验码',
    printedAt: '打印时间',
  },
  EN: {
    title: 'Work order',
    titleCustomer: "Work order for a customer's area",
    number: 'No.',
    urgency: { ORDINARY: 'Ordinary', EMERGENCY: 'Emergency' },
    customerPart: 'Customer',
    commonPart: 'Common area',
    room: 'Unit',
    contact: 'Contact',
    phone: 'Telephone',
    content: 'Reported',
    workPart: 'Work',
    reportedAt: 'Reported at',
    forwardedAt: 'Forwarded at',
    acceptedAt: 'Accepted at',
    startedAt: 'Started at',
    completedAt: 'Completed at',
    technician: 'Technician',
    visits: 'Visits',
    charge: 'Repair charge',
    rework: 'Rework',
    callback: 'Callback',
    quotation: 'Quotation',
    answers: {
      OFFERED: 'not answered yet',
      ACCEPTED: 'agreed by the customer',
      DECLINED: 'declined by the customer',
      SUPERSEDED: 'replaced',
    },
    priceKinds: { LABOUR: 'Labour', PART: 'Part' },
    partsUsed: 'Parts used',
    item: 'Item',
    quantity: 'Quantity',
    price: 'Price',
    amount: 'Amount',
    total: 'Total',
    customerSignature: "Customer's signature",
    headSignature: 'Head of department',
    seal: 'Seal',
    date: 'Date',
    missing: { REFUSED: 'The customer refused to sign', ABSENT: 'The customer was absent' },
    byAccount: 'Signed in the system',
    attachments: 'Attachments',
    purposes: {
      REPORTED: 'As reported',
      BEFORE: 'Before',
      AFTER: 'After',
      SIGNATURE: 'Signature',
      EVIDENCE: 'Evidence',
    },
    hash: 'Content check',
    printedAt: 'Printed at',
  },
};

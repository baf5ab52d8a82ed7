import type { Random } from './random.js';
import type { RequestKind } from './request-story.js';

/** What a customer wants, as told, and what the centre says in the end. */
interface RequestTold {
  readonly subject: string;
  readonly description: string;
  /** Code of its category in the default tree. */
  readonly category: string;
  readonly answer: string;
}

const TOLD: Readonly<Record<RequestKind, readonly RequestTold[]>> = {
  ENQUIRY: [
    {
      ...{ subject: '装修手续怎么办', description: '下月开工，想知道要带哪些材料。', category: 'S04' },
      answer: '带身份证、施工图和施工单位执照到前台办理，三个工作日批复。',
    },
    {
      ...{ subject: '地下车位月租', description: '想租靠近三号楼的车位。', category: 'S05' },
      answer: '目前有两个空位，月租三百五十元，可到前台签约。',
    },
    {
      ...{ subject: '物业费账单有疑问', description: '本季度比上季度多了四十元。', category: 'S02' },
      answer: '多出的是公摊水费，明细已发送。',
    },
    {
      ...{ subject: '居住证明', description: '孩子入学需要居住证明。', category: 'S01' },
      answer: '带房产证和身份证，前台当场开具。',
    },
  ],
  SUGGESTION: [
    {
      ...{ subject: '中庭增设休息座椅', description: '老人散步没有地方坐。', category: 'C99' },
      answer: '已列入本季度改造，中庭增设六张座椅。',
    },
    {
      ...{ subject: '电动车充电位不够', description: '晚上经常排队。', category: 'C09' },
      answer: '北侧车棚增加十二个充电口。',
    },
    {
      ...{ subject: '草坪浇水时间调整', description: '早高峰浇水会溅湿行人。', category: 'C04' },
      answer: '浇水改在上午十点以后。',
    },
  ],
  SERVICE_REQUEST: [
    {
      ...{ subject: '擦窗', description: '三房两厅，共十二扇。', category: 'S03' },
      answer: '十二扇窗已擦净，业主验收。',
    },
    {
      ...{ subject: '空调清洗', description: '两台挂机。', category: 'S03' },
      answer: '两台挂机已拆洗。',
    },
    {
      ...{ subject: '搬运家具', description: '衣柜从客厅移到卧室。', category: 'S03' },
      answer: '已移到位，墙面无损伤。',
    },
    {
      ...{ subject: '日常保洁两小时', description: '周六上午方便。', category: 'S03' },
      answer: '已保洁两小时，业主签字。',
    },
  ],
  HELP_CALL: [
    {
      ...{ subject: '老人摔倒', description: '独居，电话里说站不起来。', category: 'S07' },
      answer: '已扶起，通知家属，无需送医。',
    },
    {
      ...{ subject: '孩子反锁在家', description: '四岁，灶上有火。', category: 'S07' },
      answer: '开锁入户关火，孩子平安。',
    },
    {
      ...{ subject: '陌生人敲门不走', description: '在门口徘徊二十分钟。', category: 'S07' },
      answer: '已劝离并登记，当晚加强巡查。',
    },
  ],
};

/** What a customer wants of a kind. */
export const requestTold = (random: Random, kind: RequestKind): RequestTold => random.pick(TOLD[kind]);

/** What the desk is asked and answers while the customer waits (R-REC-11). */
export const QUICK_QUESTIONS: readonly { readonly intent: string; readonly feedback: string }[] = [
  { intent: '前台几点下班', feedback: '每天八点到二十点，夜间由监控中心值班。' },
  { intent: '最近的医院', feedback: '市二院，南门出去左转八百米。' },
  { intent: '快递代收点在哪里', feedback: '二号楼架空层。' },
  { intent: '本月停水吗', feedback: '没有计划停水。' },
  { intent: '物业费标准', feedback: '住宅每平方米每月二元八角。' },
  { intent: '水卡补办', feedback: '带身份证到前台，工本费二十元。' },
];

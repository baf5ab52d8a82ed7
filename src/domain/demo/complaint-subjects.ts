import type { ComplaintClass } from '../complaint/complaint-class.js';
import type { Random } from './random.js';

/** What a customer complains about, as told, and what became of it. */
interface ComplaintTold {
  readonly subject: string;
  readonly description: string;
  /** Code of its category in the default tree. */
  readonly category: string;
  readonly measure: string;
  readonly answer: string;
}

const TOLD: Readonly<Record<ComplaintClass, readonly ComplaintTold[]>> = {
  GENERAL: [
    {
      ...{ subject: '楼上装修中午施工', description: '午休时间电钻声不断，已连续三天。', category: 'C01' },
      measure: '已到户制止，午间停工。',
      answer: '装修单位已停止午间施工，我们每天中午巡查。',
    },
    {
      ...{ subject: '楼道垃圾未清', description: '三层转角堆着纸箱，两天没人收。', category: 'C03' },
      measure: '已清运，并调整该楼保洁班次。',
      answer: '垃圾已清走，该楼每天清扫两次。',
    },
    {
      ...{ subject: '邻居深夜喧哗', description: '周末过了十二点仍有人唱歌。', category: 'C11' },
      measure: '已上门劝说，邻居同意十点后安静。',
      answer: '已与邻居沟通，夜间我们会加强巡查。',
    },
    {
      ...{ subject: '外来车辆占用固定车位', description: '晚上回来车位被占，找不到车主。', category: 'C09' },
      measure: '已联系车主移车，入口加强核对。',
      answer: '车已移走，门岗夜间核对车牌。',
    },
    {
      ...{ subject: '绿篱过高挡住一楼采光', description: '白天也要开灯。', category: 'C04' },
      measure: '已修剪至一米。',
      answer: '绿篱已修剪，今后每月修剪一次。',
    },
  ],
  IMPORTANT: [
    {
      ...{ subject: '电梯三天内两次停运', description: '家中老人无法下楼，上次说修好了。', category: 'C02' },
      measure: '维保单位更换门机控制板，试运行正常。',
      answer: '控制板已更换，本周每天检查运行情况。',
    },
    {
      ...{ subject: '前台答应回电没有回', description: '前天说查完给我电话，至今没有。', category: 'C06' },
      measure: '已核实并教育当事人，重新排定回电提醒。',
      answer: '是我们的疏忽，所问事项已查清并告知。',
    },
    {
      ...{ subject: '门岗态度生硬', description: '访客登记时出言不逊。', category: 'C07' },
      measure: '已约谈当事人并重新培训。',
      answer: '当事人已向您道歉，本月全员重新培训。',
    },
  ],
  MAJOR: [
    {
      ...{ subject: '高空坠物砸坏车辆', description: '外墙瓷砖脱落，前挡风玻璃碎裂。', category: 'C12' },
      measure: '已围挡并排查外墙，联系保险公司定损。',
      answer: '外墙已排查加固，车辆损失由保险赔付。',
    },
    {
      ...{ subject: '孩子在湿滑大堂摔伤', description: '刚拖过地没有放警示牌，缝了三针。', category: 'C06' },
      measure: '已陪同就医，大堂增设防滑垫与警示牌。',
      answer: '医药费由公司承担，已重新规定拖地时段。',
    },
  ],
};

/** A complaint of a class. */
export const complaintTold = (random: Random, complaintClass: ComplaintClass): ComplaintTold =>
  random.pick(TOLD[complaintClass]);

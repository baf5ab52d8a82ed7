import type { Random } from './random.js';

/** A defect as a customer tells it. */
interface Defect {
  readonly subject: string;
  readonly description: string;
  /** Code of its category in the default tree. */
  readonly category: string;
}

const AT_HOME: readonly Defect[] = [
  { subject: '厨房水龙头漏水', description: '关紧后仍然滴水，橱柜底板已经泡湿。', category: 'R0101' },
  { subject: '卫生间下水堵塞', description: '地漏返水，有异味。', category: 'R0102' },
  { subject: '客厅跳闸', description: '一开空调就跳闸，复位后仍然跳。', category: 'R0201' },
  { subject: '入户门锁损坏', description: '钥匙插不进去，现在人在门外。', category: 'R05' },
  { subject: '空调冷凝水管漏水', description: '水流到楼下外墙。', category: 'R07' },
  { subject: '燃气灶打不着火', description: '更换电池后仍然打不着。', category: 'R08' },
  { subject: '对讲机无声', description: '能开门，听不到访客说话。', category: 'R06' },
  { subject: '窗户关不严', description: '下雨时渗水到地板。', category: 'R05' },
  { subject: '马桶水箱一直上水', description: '水表不停走。', category: 'R0103' },
  { subject: '天花板渗水', description: '楼上卫生间方向，水迹在扩大。', category: 'R0302' },
];

const IN_COMMON: readonly Defect[] = [
  { subject: '楼道灯不亮', description: '三层到五层楼道灯都不亮。', category: 'R0202' },
  { subject: '电梯异响', description: '运行到十层以上有明显响声。', category: 'R04' },
  { subject: '单元门禁失灵', description: '刷卡无反应，门一直开着。', category: 'R06' },
  { subject: '地库排水沟堵塞', description: '坡道处积水。', category: 'R0102' },
  { subject: '消防栓门损坏', description: '巡查时发现玻璃破裂。', category: 'R09' },
  { subject: '路面地砖松动', description: '靠近儿童游乐区，有绊倒危险。', category: 'R10' },
];

const URGENT: readonly Defect[] = [
  { subject: '水管爆裂', description: '厨房水管爆裂，水已流到走廊。', category: 'R0101' },
  { subject: '电梯困人', description: '一人被困，已安抚。', category: 'R04' },
  { subject: '全屋停电', description: '同层邻居正常，家中有老人使用制氧机。', category: 'R0201' },
  { subject: '燃气味', description: '走廊闻到燃气味，已开窗。', category: 'R08' },
];

/** A defect inside a unit, in the common parts, or one that cannot wait. */
export const defect = (random: Random, where: 'HOME' | 'COMMON' | 'URGENT'): Defect =>
  random.pick({ HOME: AT_HOME, COMMON: IN_COMMON, URGENT }[where]);

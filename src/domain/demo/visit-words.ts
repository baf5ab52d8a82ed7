import type { Satisfaction } from '../callback/callback-answer.js';
import type { VisitItemKind, VisitTopic } from '../owner-visit/visit-item.js';
import type { Random } from './random.js';

/** One thing that somebody says on a visit. */
export interface Said {
  readonly topic: VisitTopic;
  readonly kind: VisitItemKind;
  readonly text: string;
}

const SAID: readonly Said[] = [
  { topic: 'SECURITY', kind: 'OPINION', text: '门岗态度好，夜间巡逻比以前勤。' },
  { topic: 'SECURITY', kind: 'OPINION', text: '外卖电动车进小区太快，希望管一管。' },
  { topic: 'CLEANING', kind: 'OPINION', text: '楼道清洁及时，电梯厅偶有烟味。' },
  { topic: 'CLEANING', kind: 'OPINION', text: '垃圾桶点位太远，老人不方便。' },
  { topic: 'LANDSCAPING', kind: 'OPINION', text: '绿化养护不错，北侧草坪有枯黄。' },
  { topic: 'REPAIR_SERVICE', kind: 'OPINION', text: '维修师傅上门快，穿鞋套，做完会收拾。' },
  { topic: 'LEISURE_FACILITIES', kind: 'NEED', text: '儿童滑梯旁希望加装座椅。' },
  { topic: 'STAFF_ABILITY', kind: 'OPINION', text: '管家熟悉情况，有事能找到人。' },
  { topic: 'CONVENIENCE_SERVICES', kind: 'NEED', text: '希望周末也能代收大件快递。' },
  { topic: 'COMMUNITY_CULTURE', kind: 'OPINION', text: '中秋活动孩子很喜欢，希望多办。' },
  { topic: 'MEETING_NEEDS', kind: 'OPINION', text: '反映的问题基本都有回音。' },
  { topic: 'SPECIAL_DIFFICULTY', kind: 'NEED', text: '家中老人行动不便，停电时请先告知。' },
];

/** What one household says on a visit, mostly one thing. */
export const wordsOfVisit = (random: Random): Said[] => {
  const count = Number(random.weighted({ 0: 30, 1: 50, 2: 20 }));
  const first = random.int(0, SAID.length - 1);
  return Array.from({ length: count }, (_, i) => SAID[(first + i * 5) % SAID.length]).filter(
    (said) => said !== undefined,
  );
};

/** How satisfied a household is on the whole; some do not say. */
export const satisfactionOfVisit = (random: Random): Satisfaction | null => {
  const said = random.weighted({ VERY_SATISFIED: 28, SATISFIED: 46, NEUTRAL: 14, DISSATISFIED: 3, NOT_SAID: 9 });
  return said === 'NOT_SAID' ? null : said;
};

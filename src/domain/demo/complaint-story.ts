import type { ComplaintClass } from '../complaint/complaint-class.js';
import type { Channel } from '../ticket/channel.js';
import type { Random } from './random.js';
import { lived, step, type PlannedStep, type RequestStep } from './request-story.js';

const DAY_MINUTES = 1_440;

/** What of a complaint decides how it is handled. */
interface Lodged {
  readonly class: ComplaintClass;
  readonly channel: Channel;
}

/** Minutes until a department has put it right, from quick to slow. */
const RECTIFIED_IN: Readonly<Record<ComplaintClass, readonly [number, number]>> = {
  GENERAL: [30, 560],
  IMPORTANT: [60, 690],
  MAJOR: [240, 2 * DAY_MINUTES],
};

/** Whether the customer is called back whatever happens: of graver ones, and of who came in person. @rule R-CBK-04 @rule R-CMP-16 */
export const isAlwaysCalledBack = (lodged: Lodged): boolean => lodged.class !== 'GENERAL' || lodged.channel === 'VISIT';

/** The steps that a complaint had taken until an instant: most within their limits, some late, a few left lying. */
export const complaintStory = (
  random: Random,
  lodged: Lodged,
  times: { readonly fromMs: number; readonly untilMs: number },
): RequestStep[] => {
  const plan = planOf(random, lodged);
  const patience = random.chance(0.08) ? random.int(1, plan.length) : plan.length;
  return lived(random, 'COMPLAINT', plan.slice(0, patience), times);
};

function planOf(random: Random, lodged: Lodged): PlannedStep[] {
  const begun = [
    step('lodge', 'COMPLAINT_LODGED', 'CUSTOMER', 0),
    step('assign', 'ASSIGNED', 'DESK', random.int(2, random.chance(0.9) ? 8 : 300)),
  ];
  if (lodged.class === 'GENERAL' && random.chance(0.05))
    return [...begun, step('decline', 'COMPLAINT_DECLINED', 'DESK', random.int(30, 300))];
  const [quick, slow] = RECTIFIED_IN[lodged.class];
  return [
    ...begun,
    ...(lodged.class === 'MAJOR'
      ? [{ ...step('replyInterim', 'COMPLAINT_REPLIED_INTERIM', 'DESK', random.int(5, 22)), stays: true as const }]
      : []),
    step('rectify', 'COMPLAINT_RECTIFIED', 'WORKER', random.int(quick, slow)),
    step(
      'reportRectification',
      'COMPLAINT_DEPARTMENT_REPORTED',
      'WORKER',
      random.int(3, random.chance(0.85) ? 18 : 90),
    ),
    step('reply', 'COMPLAINT_REPLIED', 'DESK', random.int(3, random.chance(0.88) ? 27 : 900)),
    ...(isAlwaysCalledBack(lodged)
      ? [step('callBack', 'COMPLAINT_CALLED_BACK', 'LEAD', random.int(60, random.chance(0.9) ? 650 : 3_000))]
      : []),
    { ...step('judge', 'COMPLAINT_JUDGED', 'LEAD', random.int(60, 2 * DAY_MINUTES)), stays: true },
    step('close', 'COMPLAINT_CLOSED', 'LEAD', random.int(5, DAY_MINUTES)),
  ];
}

import { ticketStep, type Standing } from '../ticket/lives.js';
import type { TicketKind } from '../ticket/ticket-kind.js';
import type { Random } from './random.js';

/** The kinds of tickets beside repairs and complaints. */
export type RequestKind = 'ENQUIRY' | 'SUGGESTION' | 'SERVICE_REQUEST' | 'HELP_CALL';

/** One step of a request of the past. */
export interface RequestStep extends Standing {
  readonly verb: string;
  /** As its event is named behind `ticket.`. */
  readonly type: string;
  readonly atMs: number;
  readonly by: 'CUSTOMER' | 'DESK' | 'WORKER' | 'LEAD' | 'HOUSE';
}

/** A step that is to come, so long after the one before. */
export interface PlannedStep extends Pick<RequestStep, 'verb' | 'type' | 'by'> {
  readonly afterMinutes: number;
  /** It leaves the ticket where it stands. */
  readonly stays?: true;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** The steps that a request had taken until an instant, in order, each as the life of its kind allows it. */
export const requestStory = (random: Random, kind: RequestKind, reportedMs: number, untilMs: number): RequestStep[] =>
  lived(random, kind, PLANS[kind](random), { fromMs: reportedMs, untilMs });

/** What of a plan had happened until an instant, each step as the life of the kind allows it. */
export function lived(
  random: Random,
  kind: TicketKind,
  plan: readonly PlannedStep[],
  { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number },
): RequestStep[] {
  const steps: RequestStep[] = [];
  let atMs = fromMs;
  for (const { afterMinutes, stays, ...planned } of plan) {
    atMs += afterMinutes * MINUTE_MS + random.int(0, 59) * 1_000;
    if (atMs >= untilMs) break;
    const last = steps.at(-1);
    const { stage, phase } = stays && last ? last : ticketStep(kind, planned.verb, last?.stage ?? null);
    steps.push({ ...planned, atMs, stage, phase });
  }
  return steps;
}

const PLANS: Readonly<Record<RequestKind, (random: Random) => PlannedStep[]>> = {
  ENQUIRY: (random) => [
    begun('ENQUIRY_RECORDED'),
    ...random.pick([
      [],
      [step('assign', 'ASSIGNED', 'DESK', random.int(3, 40))],
      [step('assign', 'ASSIGNED', 'DESK', random.int(3, 40))],
    ]),
    ...(random.chance(0.06)
      ? [step('decline', 'ENQUIRY_DECLINED', 'DESK', random.int(2, 60))]
      : [step('answer', 'ENQUIRY_ANSWERED', 'DESK', random.int(4, DAY_MINUTES))]),
  ],
  SUGGESTION: (random) => [
    begun('SUGGESTION_RECORDED'),
    ...(random.chance(0.1)
      ? [step('decline', 'SUGGESTION_DECLINED', 'DESK', random.int(60, DAY_MINUTES))]
      : [
          step('setMeasure', 'SUGGESTION_MEASURE_SET', 'LEAD', random.int(1, 6) * DAY_MINUTES),
          step('answer', 'SUGGESTION_ANSWERED', 'DESK', random.int(60, 2 * DAY_MINUTES)),
        ]),
  ],
  SERVICE_REQUEST: (random) => [
    begun('SERVICE_REQUEST_ACCEPTED'),
    step('quote', 'SERVICE_REQUEST_QUOTED', 'DESK', random.int(3, 90)),
    ...(random.chance(0.12)
      ? [
          step('consent', 'SERVICE_REQUEST_NOT_AGREED', 'DESK', random.int(1, 600)),
          step('cancel', 'SERVICE_REQUEST_CANCELLED', 'DESK', random.int(1, 20)),
        ]
      : [
          step('consent', 'SERVICE_REQUEST_AGREED', 'DESK', random.int(1, 600)),
          step('assign', 'ASSIGNED', 'DESK', random.int(2, 60)),
          step('perform', 'SERVICE_REQUEST_PERFORMED', 'WORKER', random.int(1, 5) * DAY_MINUTES),
          step('callBack', 'SERVICE_REQUEST_CALLED_BACK', 'DESK', random.int(60, DAY_MINUTES)),
          step('close', 'SERVICE_REQUEST_CLOSED', 'DESK', random.int(5, DAY_MINUTES)),
        ]),
  ],
  HELP_CALL: (random) => [
    begun('HELP_CALL_REPORTED'),
    step('alert', 'HELP_CALL_ALERTED', 'HOUSE', 0),
    step('arrive', 'HELP_CALL_ARRIVED', 'WORKER', random.int(1, 9)),
    step('end', 'HELP_CALL_ENDED', 'WORKER', random.int(5, 60)),
  ],
};

const begun = (type: string): PlannedStep => step('record', type, 'CUSTOMER', 0);

/** A step that is to come. */
export const step = (verb: string, type: string, by: RequestStep['by'], afterMinutes: number): PlannedStep => ({
  ...{ verb, type, by, afterMinutes },
});

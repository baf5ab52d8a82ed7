import type { Random } from '../../domain/demo/random.js';
import type { RequestStep } from '../../domain/demo/request-story.js';
import type { Channel } from '../../domain/ticket/channel.js';
import type { DemoOccupancy } from './demo-company.js';
import type { Row } from './demo-rows.js';
import type { PastEvent } from './repairs.js';
import type { DemoTeam } from './staffing.js';

/** Events that customers do not see. */
const INSIDE: ReadonlySet<string> = new Set([
  'ASSIGNED',
  'SUGGESTION_MEASURE_SET',
  'COMPLAINT_DEPARTMENT_REPORTED',
  'COMPLAINT_JUDGED',
]);

/** A request or complaint of the past, as far as its events need it. */
interface PastRequest {
  /** Company, estate and occupancy. */
  readonly own: Row;
  readonly id: string;
  readonly channel: Channel;
  readonly caller: DemoOccupancy;
  readonly team: DemoTeam;
  readonly steps: readonly RequestStep[];
  /** What the event of a step carries beside the stage. */
  readonly factsAt: (step: RequestStep) => Row;
}

/** The events of its steps, each by whoever took it, recorded a moment after. */
export function eventsOf(random: Random, { own, id, channel, caller, team, steps, factsAt }: PastRequest): PastEvent[] {
  const staff = (staffId: string): Row => ({ actor_kind: 'STAFF', actor_id: staffId });
  const actors: Readonly<Record<RequestStep['by'], Row>> = {
    CUSTOMER: channel === 'APP' ? { actor_kind: 'RESIDENT', actor_id: caller.customerId } : staff(team.desk),
    DESK: staff(team.desk),
    LEAD: staff(team.supervisor ?? team.desk),
    WORKER: staff(team.steward ?? team.desk),
    HOUSE: { actor_kind: 'SYSTEM', actor_id: null },
  };
  let recordedMs = 0;
  return steps.map((step, i): PastEvent => {
    recordedMs = Math.max(recordedMs + 1, step.atMs + random.int(200, 9_000));
    return {
      occurredMs: step.atMs,
      recordedMs,
      row: {
        ...own,
        ...{ type: `ticket.${step.type}`, subject_kind: 'ticket', subject_id: id, subject_version: i + 1 },
        visibility: INSIDE.has(step.type) ? 'INTERNAL' : 'CUSTOMER',
        ...actors[step.by],
        facts: { stage: step.stage, ...factsAt(step) },
      },
    };
  });
}

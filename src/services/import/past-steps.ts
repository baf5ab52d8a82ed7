import type { TicketDraft } from '../../domain/import/map-row.js';
import type { ClockedTicket } from '../../domain/service-clock/clocked-ticket.js';
import type { PastStep } from '../../domain/service-clock/past-clocks.js';
import { phaseOf } from '../../domain/ticket/lives.js';
import type { RepairStage } from '../../domain/ticket/repair-stage.js';

const ENDS: readonly RepairStage[] = ['CLOSED', 'CANCELLED', 'DECLINED'];

/** What a file says of the life of a repair, as steps in their order; an end of which it knows no instant is now. */
export function pastSteps(id: string, { urgency, stage, times }: TicketDraft, now: Date): PastStep[] {
  const { at } = times;
  const instant = (ms: number | undefined): Date | null => (ms === undefined ? null : new Date(ms));
  const acceptedAt = instant(at.acceptedAt);
  const reached: (readonly [string, RepairStage, Date | null])[] = [
    ['REPAIR_REPORTED', 'REPORTED', new Date(times.reportedAt)],
    ['REPAIR_FORWARDED', 'FORWARDED', instant(at.forwardedAt)],
    ['REPAIR_ACCEPTED', 'ACCEPTED', acceptedAt],
    ['REPAIR_STARTED', 'ON_SITE', instant(at.startedAt)],
    ['REPAIR_COMPLETED', 'COMPLETED', instant(at.completedAt)],
    [`REPAIR_${stage}`, stage, ENDS.includes(stage) ? (instant(at.closedAt) ?? now) : null],
  ];
  return reached.flatMap(([type, then, occurredAt]) =>
    occurredAt === null
      ? []
      : [
          {
            ticket: {
              ...REPAIR,
              id,
              urgency,
              stage: then,
              phase: phaseOf('REPAIR', then),
              ...whenReported(times, then, acceptedAt),
            },
            happening: { type, at: occurredAt, facts: {} },
            recordedAt: now,
          },
        ],
  );
}

/** A repair of which the file says nothing but its times; nobody is to be called back about it. */
const REPAIR = {
  kind: 'REPAIR',
  complaintClass: null,
  takenBy: null,
  concernsCustomer: false,
  joined: false,
  rectifiedAt: null,
  departmentReportedAt: null,
} as const;

const NOT_ARRIVED: readonly RepairStage[] = ['REPORTED', 'FORWARDED', 'ACCEPTED'];

const whenReported = (
  { reportedAt, at }: TicketDraft['times'],
  stage: RepairStage,
  acceptedAt: Date | null,
): Pick<ClockedTicket, 'reportedAt' | 'acceptedAt' | 'visits'> => ({
  reportedAt: new Date(reportedAt),
  acceptedAt: stage === 'REPORTED' || stage === 'FORWARDED' ? null : acceptedAt,
  visits: NOT_ARRIVED.includes(stage) || at.startedAt === undefined ? 0 : 1,
});

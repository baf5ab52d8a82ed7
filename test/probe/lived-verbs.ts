import { repairContent } from '../../src/domain/ticket/repair-content.js';
import { newId } from '../../src/entities/new-id.js';
import { Ticket } from '../../src/entities/ticket/ticket.entity.js';
import { recordCallback } from '../../src/services/callback/record-callback.js';
import type { CommandContext } from '../../src/services/command/command-context.js';
import { runCommand, type CommandInput, type UseCase } from '../../src/services/command/run-command.js';
import { lodgeComplaint } from '../../src/services/complaint/lodge-complaint.js';
import { rectifyComplaint } from '../../src/services/complaint/rectify-complaint.js';
import { replyToComplaint } from '../../src/services/complaint/reply-to-complaint.js';
import { reportRectification } from '../../src/services/complaint/report-rectification.js';
import { createDepartment } from '../../src/services/people/create-department.js';
import { acceptRepair } from '../../src/services/ticket/accept-repair.js';
import { assignTicket } from '../../src/services/ticket/assign-ticket.js';
import { cancelTicket } from '../../src/services/ticket/cancel-ticket.js';
import { carryOverRepair } from '../../src/services/ticket/carry-over-repair.js';
import { closeTicket } from '../../src/services/ticket/close-ticket.js';
import { completeRepair } from '../../src/services/ticket/complete-repair.js';
import { decideResponsibility } from '../../src/services/ticket/decide-responsibility.js';
import { declineTicket } from '../../src/services/ticket/decline-ticket.js';
import { forwardRepair } from '../../src/services/ticket/forward-repair.js';
import { handOverRepair } from '../../src/services/ticket/hand-over-repair.js';
import { handOverTicket } from '../../src/services/ticket/hand-over-ticket.js';
import { refuseRepair } from '../../src/services/ticket/refuse-repair.js';
import { regradeRepair } from '../../src/services/ticket/regrade-repair.js';
import { reopenTicket } from '../../src/services/ticket/reopen-ticket.js';
import { reportRepair } from '../../src/services/ticket/report-repair.js';
import { returnRepair } from '../../src/services/ticket/return-repair.js';
import { scheduleRepair } from '../../src/services/ticket/schedule-repair.js';
import { setRepairCrew } from '../../src/services/ticket/set-repair-crew.js';
import { signRepair } from '../../src/services/ticket/sign-repair.js';
import { startRepair } from '../../src/services/ticket/start-repair.js';
import type { TicketStepInput, TicketStepResult } from '../../src/services/ticket/steps/take-ticket-step.js';
import { transferTicket } from '../../src/services/ticket/transfer-ticket.js';
import type { House } from '../../src/tenancy/house.js';
import type { Principal } from '../../src/tenancy/principal.js';
import { contentHash } from '../../src/tenancy/signing/content-hash.js';
import { principalOf, type Story, type StoryPerson } from '../support/story.js';
import type { TestHouse } from '../support/test-house.js';

/** Of a ticket's row, what verbs go by, and what they change. */
export interface LivedTicket {
  readonly id: string;
  readonly stage: string;
  readonly version: number;
  readonly assigneeId: string | null;
  readonly departmentId: string | null;
  readonly urgency: string | null;
  readonly responsibility: string | null;
}

/** How a command is sent, beside what it says. */
export interface Sending {
  readonly commandId?: string;
  readonly expectedVersion?: number;
}

/** A command that somebody of a post gives. */
export interface Deed {
  readonly post: string;
  readonly send: (house: House, principal: Principal, sending: Sending) => Promise<TicketStepResult>;
}

const by = <I extends CommandInput>(post: string, useCase: UseCase<I, TicketStepResult>, input: I): Deed => ({
  post,
  send: (house, principal, sending) => runCommand(house, principal, useCase, { ...input, ...sending }),
});

/** Both signatures of an order at once: the customer is absent, the head signs what is there. */
async function signBoth(ctx: CommandContext, input: TicketStepInput): Promise<TicketStepResult> {
  const { ticketId, expectedVersion } = input;
  await signRepair(ctx, {
    ticketId,
    expectedVersion: expectedVersion ?? null,
    signer: 'CUSTOMER',
    mode: 'ABSENT',
    reason: 'out',
  });
  const shown = contentHash(repairContent(await ctx.load(Ticket, 'ticket', ticketId)));
  return signRepair(ctx, { ticketId, signer: 'DEPARTMENT_HEAD', mode: 'ACCOUNT', contentHash: shown });
}

const DAY = 86_400_000;
type Deeds = Readonly<Record<string, (ticket: LivedTicket) => Deed>>;

/** People and things that verbs name. */
export interface LivedWorld {
  readonly report: Deed;
  readonly lodge: Deed;
  readonly repair: Deeds;
  readonly complaint: Deeds;
  /** Somebody of a post on the estate, or on the company's other one. */
  readonly principal: (post: string, elsewhere?: boolean) => Principal;
}

/** Tells who does what to repairs and complaints of an estate, so that only their lives decide what is taken. */
export async function livedWorld(house: TestHouse, story: Story, now: () => Date): Promise<LivedWorld> {
  const { e01, e02 } = story.harbour;
  const of = (post: string): StoryPerson => e01.staff[post]!;
  const second = of('STEWARD').subjectId;
  await house.database.superuser.query(
    `insert into role_assignment (company_id, id, staff_id, role, estate_id, group_id, created_at)
     values ($1, $2, $3, 'TECHNICIAN', $4, null, now())`,
    [story.harbour.id, newId(), second, e01.id],
  );
  const principals = new Map<string, Principal>();
  for (const estate of [e01, e02])
    for (const [post, person] of Object.entries(estate.staff))
      principals.set(`${post} ${String(estate === e02)}`, await principalOf(house, person));
  const principal = (post: string, elsewhere = false): Principal => principals.get(`${post} ${String(elsewhere)}`)!;
  const department = async (code: string): Promise<string> => {
    const input = { estateId: e01.id, code, name: code, headId: of('CLEANING_HEAD').subjectId };
    return (await runCommand(house, principal('ESTATE_MANAGER'), createDepartment, input)).departmentId;
  };
  const departments = [await department('ENV'), await department('GRN')] as const;
  const other = ({ departmentId }: LivedTicket): string => departments[departmentId === departments[0] ? 1 : 0];
  const technicians = [of('TECHNICIAN').subjectId, second] as const;
  const idle = ({ assigneeId }: LivedTicket): string => technicians[assigneeId === technicians[0] ? 1 : 0];
  const unit = { unitId: e01.units[0].id, customerId: e01.resident.subjectId };
  const call = { mode: 'TELEPHONE', outcome: 'REACHED', solved: true, satisfaction: 'SATISFIED' } as const;
  const shared: Deeds = {
    transfer: (ticket) =>
      by('FRONT_DESK', transferTicket, { ticketId: ticket.id, departmentId: other(ticket), reason: 'theirs' }),
    callBack: ({ id }) => by('FRONT_DESK', recordCallback, { ticketId: id, ...call }),
    close: ({ id }) => by('SERVICE_MANAGER', closeTicket, { ticketId: id, withoutCallback: 'wants none' }),
    reopen: ({ id }) => by('FRONT_DESK', reopenTicket, { ticketId: id, reason: 'again' }),
    cancel: ({ id }) => by('FRONT_DESK', cancelTicket, { ticketId: id, reason: 'taken back' }),
    decline: ({ id }) => by('FRONT_DESK', declineTicket, { ticketId: id, explanation: 'not ours' }),
  };
  return {
    principal,
    report: by('FRONT_DESK', reportRepair, {
      estateId: e01.id,
      channel: 'PHONE',
      urgency: 'ORDINARY',
      subject: 'tap',
      ...unit,
    }),
    lodge: by('FRONT_DESK', lodgeComplaint, { estateId: e01.id, channel: 'PHONE', subject: 'noise', ...unit }),
    repair: {
      ...shared,
      forward: ({ id }) => by('FRONT_DESK', forwardRepair, { ticketId: id }),
      accept: ({ id }) => by('TECHNICIAN', acceptRepair, { ticketId: id }),
      refuse: ({ id }) => by('TECHNICIAN', refuseRepair, { ticketId: id, reason: 'busy' }),
      handOver: (ticket) => by('TECHNICIAN', handOverRepair, { ticketId: ticket.id, technicianId: idle(ticket) }),
      help: ({ id }) => by('TECHNICIAN', setRepairCrew, { ticketId: id, crewIds: [] }),
      schedule: ({ id }) => {
        const from = new Date(now().getTime() + DAY);
        const until = new Date(from.getTime() + DAY / 24);
        return by('FRONT_DESK', scheduleRepair, { ticketId: id, from, until, reason: 'CUSTOMER_WISH' });
      },
      start: ({ id }) => by('TECHNICIAN', startRepair, { ticketId: id }),
      carryOver: ({ id }) =>
        by('TECHNICIAN', carryOverRepair, { ticketId: id, outcome: 'PARTS_AWAITED', reason: 'valve' }),
      complete: ({ id }) => by('TECHNICIAN', completeRepair, { ticketId: id }),
      sign: ({ id }) => by('ENGINEERING_HEAD', signBoth, { ticketId: id }),
      return: ({ id }) => by('TECHNICIAN', returnRepair, { ticketId: id }),
      regrade: ({ id, urgency }) =>
        by('FRONT_DESK', regradeRepair, {
          ticketId: id,
          urgency: urgency === 'ORDINARY' ? 'EMERGENCY' : 'ORDINARY',
          reason: 'smoke',
        }),
      decideResponsibility: ({ id, responsibility }) =>
        by('SERVICE_MANAGER', decideResponsibility, {
          ticketId: id,
          responsibility: responsibility === 'COMPANY' ? 'SUPPLIER' : 'COMPANY',
          reason: 'contract',
        }),
    },
    complaint: {
      ...shared,
      assign: (ticket) => by('FRONT_DESK', assignTicket, { ticketId: ticket.id, departmentId: other(ticket) }),
      handOver: (ticket) => by('FRONT_DESK', handOverTicket, { ticketId: ticket.id, assigneeId: idle(ticket) }),
      rectify: ({ id }) => by('CLEANING_HEAD', rectifyComplaint, { ticketId: id, measure: 'swept' }),
      reportRectification: ({ id }) => by('CLEANING_HEAD', reportRectification, { ticketId: id }),
      reply: ({ id }) =>
        by('FRONT_DESK', replyToComplaint, { ticketId: id, final: true, mode: 'TELEPHONE', text: 'clean again' }),
    },
  };
}

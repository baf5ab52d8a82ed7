import { isAlwaysCalledBack, complaintStory } from '../../domain/demo/complaint-story.js';
import { complaintTold } from '../../domain/demo/complaint-subjects.js';
import { dayStartMs } from '../../domain/demo/demo-days.js';
import type { Random } from '../../domain/demo/random.js';
import type { RequestStep } from '../../domain/demo/request-story.js';
import type { ComplaintClass } from '../../domain/complaint/complaint-class.js';
import type { Channel } from '../../domain/ticket/channel.js';
import { addCallback } from './callbacks.js';
import type { DemoCompany, DemoEstate, DemoOccupancy } from './demo-company.js';
import { DemoNumbers } from './demo-numbers.js';
import type { Row } from './demo-rows.js';
import type { Home, PastEvent } from './repairs.js';
import { eventsOf } from './request-events.js';
import { addNotes, isoOf, NOT_OURS } from './request-rows.js';
import { callerAt, timesOf } from './requests.js';
import type { DemoTeam } from './staffing.js';

/** Complaints of the whole history for every unit. */
const COMPLAINTS_A_UNIT = 0.03;
/** Two months of complaints of an estate in all three classes, with what was said, called back and judged. */
export function addComplaints(company: DemoCompany, { estate, occupancies }: Home, team: DemoTeam): PastEvent[] {
  if (estate.plan.silent) return [];
  const random = company.random.branch(`complaints/${estate.plan.code}`);
  const homes = new Set(estate.units.filter((unit) => unit.use !== 'PARKING').map((unit) => unit.id));
  const callers = occupancies.filter((held) => homes.has(held.unitId));
  const numbers = new DemoNumbers(company, estate);
  const events = timesOf(random, company, estate, COMPLAINTS_A_UNIT).flatMap((reportedMs) => {
    const caller = callerAt(random, callers, reportedMs);
    if (caller === null) return [];
    const number = numbers.next('COMPLAINT', reportedMs);
    return addComplaint(company, estate, team, { random, reportedMs, caller, number });
  });
  numbers.leaveCounters();
  return events;
}

interface Lodged {
  readonly random: Random;
  readonly reportedMs: number;
  readonly caller: DemoOccupancy;
  readonly number: Row;
}

function addComplaint(company: DemoCompany, estate: DemoEstate, team: DemoTeam, lodged: Lodged): PastEvent[] {
  const { random, reportedMs, caller, number } = lodged;
  const channel: Channel = random.weighted({ PHONE: 46, OWNER_VISIT: 4, APP: 24, VISIT: 20, GOVERNMENT_HOTLINE: 6 });
  const complaintClass: ComplaintClass = random.weighted({ GENERAL: 72, IMPORTANT: 22, MAJOR: 6 });
  const untilMs = dayStartMs(company.today);
  const steps = complaintStory(random, { class: complaintClass, channel }, { fromMs: reportedMs, untilMs });
  const last = steps.at(-1);
  if (!last) throw new RangeError('A complaint begins with being lodged.');
  const id = random.id(reportedMs);
  const { category, measure, answer, ...told } = complaintTold(random, complaintClass);
  const categoryId = company.categories.get(category) ?? null;
  const at = (verb: string): string | null => isoOf(steps.find((step) => step.verb === verb));
  const own = { company_id: company.id, estate_id: estate.id, occupancy_id: caller.id };
  const worker = team.steward ?? team.desk;
  const lead = team.supervisor ?? team.desk;
  const ended = last.phase === 'CLOSED' || last.phase === 'CANCELLED';
  company.rows.add('ticket', {
    ...own,
    id,
    ...number,
    kind: 'COMPLAINT',
    ...{ phase: last.phase, stage: last.stage, version: steps.length, reopenings: 0, complaint_class: complaintClass },
    ...{ unit_id: caller.unitId, customer_id: caller.customerId, channel, ...told, category_id: categoryId },
    ...{ contact_name: caller.name, contact_phone: caller.phone, assignee_id: at('assign') === null ? null : worker },
    ...{ visits: 0, reported_at: new Date(reportedMs).toISOString(), closed_at: ended ? isoOf(last) : null },
  });
  const fault = complaintClass !== 'GENERAL';
  const ground = complaintClass === 'MAJOR' ? 'SERIOUS_LOSS_OR_INJURY' : null;
  const substantiated = at('judge') === null ? null : fault || random.chance(0.6);
  company.rows.add('complaint', {
    ...{ ...own, ticket_id: id, class_at_receipt: complaintClass, class_set_at: new Date(reportedMs).toISOString() },
    ...{ company_at_fault: fault, ground, contacts: 1, about: 'OTHER' },
    ...{ rectified_at: at('rectify'), department_reported_at: at('reportRectification') },
    ...{ first_reply_at: at('replyInterim') ?? at('reply'), replied_at: at('reply') },
    reply_mode: at('reply') === null ? null : 'TELEPHONE',
    ...{ called_back_at: at('callBack'), substantiated, judged_at: at('judge') },
    judged_by: at('judge') === null ? null : lead,
  });
  const words: Readonly<Record<string, string>> = {
    ...{ decline: NOT_OURS, replyInterim: '已派人处理，进展随时告知。', rectify: measure, reply: answer },
    judge: substantiated === true ? '情况属实。' : '经核实与我方服务无关。',
  };
  const past = { own, ticketId: id, steps, desk: team.desk };
  const noteIds = addNotes(company, past, ({ verb }) => words[verb] ?? answer);
  if (isAlwaysCalledBack({ class: complaintClass, channel }))
    addCallback(company, estate, {
      ...{ ticketId: id, steps: milestonesOf(steps), desk: lead, supervisor: team.supervisor },
      complaint:
        complaintClass === 'GENERAL'
          ? { owner: 'FRONT_DESK', mode: 'TELEPHONE', answer: '问题已解决' }
          : {
              owner: complaintClass === 'MAJOR' ? 'SERVICE_MANAGER' : 'STEWARD',
              mode: 'FACE_TO_FACE',
              answer: '认可处理结果',
            },
    });
  const factsAt = ({ verb }: RequestStep): Row =>
    ({
      lodge: { class: complaintClass, ground, channel, categoryId },
      assign: { departmentId: null, assigneeId: worker },
      reply: { mode: 'TELEPHONE', nextReplyDueAt: null },
      replyInterim: { mode: 'TELEPHONE', nextReplyDueAt: null },
      judge: { substantiated, before: null },
      callBack: { outcome: 'REACHED', satisfaction: 'SATISFIED' },
      close: { callbackWaived: false },
    })[verb] ?? {};
  const noted = (step: RequestStep): Row => (noteIds.has(step) ? { noteId: noteIds.get(step) } : {});
  return eventsOf(random, {
    ...{ own, id, channel, caller, team, steps },
    factsAt: (step) => ({ kind: 'COMPLAINT', ...factsAt(step), ...noted(step) }),
  });
}

/** What a callback counts from, as done work names it. */
const milestonesOf = (steps: readonly RequestStep[]): { readonly type: string; readonly atMs: number }[] =>
  steps.flatMap(({ verb, atMs }) =>
    verb === 'reply'
      ? [
          { type: 'COMPLETED', atMs },
          { type: 'RETURNED', atMs },
        ]
      : verb === 'callBack'
        ? [{ type: 'CALLED_BACK', atMs }]
        : [],
  );

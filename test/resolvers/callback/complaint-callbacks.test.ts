import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { ticketObligations } from '../../../src/jobs/obligation/ticket-obligations.js';
import { ReactionWorker } from '../../../src/jobs/reaction/reaction-worker.js';
import type { RhythmReport } from '../../../src/jobs/rhythm-report.js';
import { miss } from '../../../src/services/obligation/steps/miss.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const CALL = `mutation ($input: RecordCallbackInput!) { recordCallback(input: $input) { ticket { phase reopenings ... on Complaint { stage handling { calledBackAt } callbacks { mode outcome flaw } } } } }`;
const LODGE = `mutation ($input: LodgeComplaintInput!) { lodgeComplaint(input: $input) { complaint { id } } }`;
const OWED = `query ($id: ID!) { obligations(filter: { subjectId: $id }) { nodes { id kind state dueAt ownerPost } } }`;
const MORNING = new Date('2026-11-24T02:00:00Z');
const HAPPY = { outcome: 'REACHED', solved: true, satisfaction: 'SATISFIED' };
const UNHAPPY = { outcome: 'REACHED', solved: false, satisfaction: 'DISSATISFIED' };
const SILENT: RhythmReport = {
  ...({} as RhythmReport),
  reacted: () => undefined,
  failed: (_, cause) => {
    throw cause;
  },
};

describe('callbacks about complaints, and what else they make owed', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let reactions: ReactionWorker;
  let now = MORNING;
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    reactions = new ReactionWorker(house, [ticketObligations], SILENT);
  });
  afterAll(async () => {
    await reactions.stop();
    await house.close();
  });

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role]!;
  const done = async (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const answer = await ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor } }`, { input });
    expect(answer.refusals).toEqual([]);
    return answer;
  };
  const lodge = async (input: object = {}, person = of('FRONT_DESK')): Promise<string> => {
    const about = { unitId: e01().units[0].id, customerId: e01().resident.subjectId };
    const base = { estateId: e01().id, channel: 'PHONE', subject: 'dirty stairs', ...about };
    const { data, refusals } = await ask(person, LODGE, { input: { ...base, ...input } });
    expect(refusals).toEqual([]);
    return (data as { lodgeComplaint: { complaint: { id: string } } }).lodgeComplaint.complaint.id;
  };
  const replied = async (input?: object): Promise<string> => {
    const ticketId = await lodge(input);
    await done(of('FRONT_DESK'), 'replyToComplaint', { ticketId, final: true, mode: 'TELEPHONE', text: 'swept' });
    return ticketId;
  };
  const call = (ticketId: string, input: object = HAPPY, person = of('FRONT_DESK')) =>
    ask(person, CALL, { input: { ticketId, mode: 'TELEPHONE', ...input } });
  const owed = async (id: string, kind: string): Promise<Record<string, unknown>[]> => {
    await reactions.follow(story.harbour.id);
    const { data } = await ask(of('FRONT_DESK'), OWED, { id });
    const { nodes } = (data as { obligations: { nodes: Record<string, unknown>[] } }).obligations;
    return nodes.filter((node) => node['kind'] === kind);
  };
  const at = async <T>(instant: string, work: () => Promise<T>): Promise<T> => {
    now = new Date(instant);
    try {
      return await work();
    } finally {
      now = MORNING;
    }
  };

  test('R-CMP-16, R-CBK-04 · a complaint brought to the desk is always called back, in any mode, within P-18', async () => {
    const id = await replied({ channel: 'VISIT' });
    expect(await owed(id, 'CALLBACK')).toMatchObject([
      { state: 'OPEN', ownerPost: 'FRONT_DESK', dueAt: new Date('2026-11-25T02:00:00Z') },
    ]);
    const { data } = await call(id);
    expect(data.recordCallback.ticket).toMatchObject({
      stage: 'CALLED_BACK',
      handling: { calledBackAt: MORNING },
      callbacks: [{ flaw: null }],
    });
    expect(await owed(id, 'CALLBACK')).toMatchObject([{ state: 'FULFILLED' }]);
  });

  test('R-CMP-07 · a general complaint owes none, and is called back where the desk finds it necessary', async () => {
    const id = await replied();
    expect(await owed(id, 'CALLBACK')).toEqual([]);
    expect((await call(id)).data.recordCallback.ticket).toMatchObject({ stage: 'CALLED_BACK' });
  });

  test('R-CMP-11, R-CBK-04 · an important one is visited by steward or service manager; another call is recorded and does not count', async () => {
    const id = await replied({ companyAtFault: true });
    expect(await owed(id, 'CALLBACK')).toMatchObject([{ state: 'OPEN', ownerPost: 'STEWARD' }]);
    const called = await call(id, HAPPY, of('STEWARD'));
    expect(called.data.recordCallback.ticket).toMatchObject({ stage: 'REPLIED', callbacks: [{ flaw: 'OTHER_MODE' }] });
    const visited = await call(id, { ...HAPPY, mode: 'FACE_TO_FACE' });
    expect(visited.data.recordCallback.ticket).toMatchObject({ stage: 'REPLIED' });
    expect(visited.data.recordCallback.ticket.callbacks[1]).toMatchObject({ flaw: 'OTHER_POST' });
    expect(await owed(id, 'CALLBACK')).toMatchObject([{ state: 'OPEN' }]);
    const counted = await call(id, { ...HAPPY, mode: 'FACE_TO_FACE' }, of('STEWARD'));
    expect(counted.data.recordCallback.ticket).toMatchObject({ stage: 'CALLED_BACK' });
    expect(await owed(id, 'CALLBACK')).toMatchObject([{ state: 'FULFILLED' }]);
  });

  test('R-CMP-13 · a major one is called back by service manager or estate manager', async () => {
    const id = await replied({ companyAtFault: true, ground: 'SERIOUS_LOSS_OR_INJURY' });
    expect(await owed(id, 'CALLBACK')).toMatchObject([{ ownerPost: 'SERVICE_MANAGER' }]);
    expect((await call(id, HAPPY, of('STEWARD'))).data.recordCallback.ticket).toMatchObject({ stage: 'REPLIED' });
    const counted = await call(id, HAPPY, of('ESTATE_MANAGER'));
    expect(counted.data.recordCallback.ticket).toMatchObject({ stage: 'CALLED_BACK' });
  });

  test('R-CBK-03 · who is not satisfied opens the complaint again, however the answer came; its callback is owed anew after the next reply', async () => {
    const id = await replied({ companyAtFault: true });
    const told = await call(id, UNHAPPY);
    expect(told.data.recordCallback.ticket).toMatchObject({
      phase: 'IN_PROGRESS',
      stage: 'WITH_DEPARTMENT',
      reopenings: 1,
      handling: { calledBackAt: null },
    });
    expect(await owed(id, 'CALLBACK')).toMatchObject([{ state: 'LAPSED' }]);
    await done(of('FRONT_DESK'), 'replyToComplaint', { ticketId: id, final: true, mode: 'TELEPHONE', text: 'again' });
    const states = (await owed(id, 'CALLBACK')).map(({ state }) => state);
    expect([...states].sort()).toEqual(['LAPSED', 'OPEN']);
  });

  test('D-12 · three tries on two days make the customer unreachable; attempted is not reached', async () => {
    const id = await replied({ channel: 'VISIT' });
    const stages: string[] = [];
    for (const instant of ['2026-11-24T03:00:00Z', '2026-11-24T09:00:00Z', '2026-11-25T01:00:00Z']) {
      const { data } = await at(instant, () => call(id, { outcome: 'NOT_REACHED' }));
      stages.push((data as { recordCallback: { ticket: { stage: string } } }).recordCallback.ticket.stage);
    }
    expect(stages).toEqual(['REPLIED', 'REPLIED', 'CALLED_BACK']);
  });

  test('a call before the answer is recorded and flagged; nobody is called back about what has ended', async () => {
    const id = await lodge();
    expect((await call(id, UNHAPPY)).data.recordCallback.ticket).toMatchObject({
      stage: 'RECORDED',
      reopenings: 0,
      callbacks: [{ flaw: 'EARLY' }],
    });
    await done(of('FRONT_DESK'), 'cancelTicket', { ticketId: id, reason: 'taken back' });
    expect((await call(id)).facts).toEqual([{ code: 'RULE_REFUSED', rule: 'R-CBK-04', stage: 'CANCELLED' }]);
  });

  test('D-16, R-ORG-65 · neither whoever it is about nor who handled it calls the customer back', async () => {
    const against = await replied({ againstStaffId: of('STEWARD').subjectId });
    expect((await call(against, HAPPY, of('STEWARD'))).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'D-16', ticketId: against },
    ]);
    const id = await lodge({ channel: 'VISIT' });
    await done(of('SERVICE_MANAGER'), 'assignTicket', { ticketId: id, assigneeId: of('STEWARD').subjectId });
    await done(of('FRONT_DESK'), 'replyToComplaint', { ticketId: id, final: true, mode: 'TELEPHONE', text: 'swept' });
    expect((await call(id, HAPPY, of('STEWARD'))).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-ORG-65', ticketId: id },
    ]);
    expect((await call(id)).refusals).toEqual([]);
  });

  test('R-CBK-04 · what demands a callback is not closed without one, or the reason', async () => {
    const id = await replied({ channel: 'VISIT' });
    const close = (input: object) =>
      ask(of('SERVICE_MANAGER'), `mutation ($input: CloseTicketInput!) { closeTicket(input: $input) { cursor } }`, {
        input: { ticketId: id, ...input },
      });
    expect((await close({})).facts).toEqual([expect.objectContaining({ code: 'RULE_REFUSED', rule: 'R-CBK-04' })]);
    expect((await close({ withoutCallback: 'wants none' })).refusals).toEqual([]);
    expect(await owed(id, 'CALLBACK')).toMatchObject([{ state: 'LAPSED' }]);
    expect(await owed(id, 'JUDGEMENT')).toMatchObject([{ state: 'OPEN' }]);
  });

  test('R-CMP-24 · a promised reply is owed by the desk, moved by another promise, kept by the next reply', async () => {
    const id = await lodge();
    await done(of('FRONT_DESK'), 'promiseReply', { ticketId: id, nextReplyDueAt: '2026-11-24T04:00:00Z' });
    expect(await owed(id, 'COMPLAINT_REPLY')).toMatchObject([
      { state: 'OPEN', ownerPost: 'FRONT_DESK', dueAt: new Date('2026-11-24T04:00:00Z') },
    ]);
    await done(of('FRONT_DESK'), 'promiseReply', { ticketId: id, nextReplyDueAt: '2026-11-24T05:00:00Z' });
    const [moved] = await owed(id, 'COMPLAINT_REPLY');
    expect(moved).toMatchObject({ state: 'OPEN', dueAt: new Date('2026-11-24T05:00:00Z') });
    const interim = { ticketId: id, final: false, mode: 'TELEPHONE', text: 'parts ordered' };
    await done(of('FRONT_DESK'), 'replyToComplaint', { ...interim, nextReplyDueAt: '2026-11-24T06:00:00Z' });
    const [kept, next] = await owed(id, 'COMPLAINT_REPLY');
    expect([kept, next]).toMatchObject([{ state: 'FULFILLED' }, { state: 'OPEN' }]);
    const missed = { id: String(next?.['id']) };
    await at('2026-11-24T06:00:00Z', () =>
      runCommand(
        house,
        systemPrincipal(story.harbour.id),
        async (ctx) => ({ missed: (await miss(ctx, missed.id)) !== null }),
        {},
      ),
    );
    expect((await owed(id, 'COMPLAINT_REPLY'))[1]).toMatchObject({ state: 'MISSED' });
    await at('2026-11-24T07:00:00Z', () => done(of('FRONT_DESK'), 'replyToComplaint', { ...interim, final: true }));
    expect((await owed(id, 'COMPLAINT_REPLY'))[1]).toMatchObject({ state: 'FULFILLED_LATE' });
  });

  test('D-06 · a judgement is owed from the receipt, also of what a resident lodged; judged is fulfilled, called off is lapsed', async () => {
    const own = await lodge({ channel: 'APP' }, e01().resident);
    expect(await owed(own, 'JUDGEMENT')).toMatchObject([
      { state: 'OPEN', ownerPost: 'SERVICE_MANAGER', dueAt: new Date('2026-11-27T15:59:59.999Z') },
    ]);
    await done(of('SERVICE_MANAGER'), 'judgeComplaint', { ticketId: own, substantiated: true, reason: 'dirty' });
    expect(await owed(own, 'JUDGEMENT')).toMatchObject([{ state: 'FULFILLED' }]);
    const early = await lodge();
    await done(of('SERVICE_MANAGER'), 'judgeComplaint', { ticketId: early, substantiated: false, reason: 'clean' });
    expect(await owed(early, 'JUDGEMENT')).toMatchObject([{ state: 'FULFILLED' }]);
    const off = await lodge();
    await done(of('FRONT_DESK'), 'cancelTicket', { ticketId: off, reason: 'taken back' });
    expect(await owed(off, 'JUDGEMENT')).toMatchObject([{ state: 'LAPSED' }]);
  });

  test('D-30 · a resident who opens a complaint again ends the callback that was owed', async () => {
    const id = await replied({ channel: 'VISIT' });
    await done(e01().resident, 'reopenTicket', { ticketId: id, reason: 'dirty again' });
    expect(await owed(id, 'CALLBACK')).toMatchObject([{ state: 'LAPSED' }]);
  });
});

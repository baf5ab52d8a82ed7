import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ticketContacts } from '../../../src/jobs/contact/ticket-contacts.js';
import { helpCalls } from '../../../src/jobs/help/help-calls.js';
import { ReactionWorker } from '../../../src/jobs/reaction/reaction-worker.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const MORNING = new Date('2026-11-25T02:00:00Z');
const TICKET = `id number kind phase version closedAt assignee { id } department { code } contacts { stage channel feedback }
  ... on Enquiry { enquiryStage: stage } ... on Suggestion { suggestionStage: stage }
  ... on HelpCall { helpStage: stage alertedAt arrivedAt told { displayName } }`;
const SEEN = `query ($id: ID!) { ticket(id: $id) { phase notes { nodes { kind text } } timeline { nodes { type } } } }`;

describe('enquiries, suggestions and calls for help', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let reactions: ReactionWorker;
  let now = MORNING;

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => new Date(now) } });
    story = await tellStory(house.database);
    const through = await askThrough(house);
    ask = async (...asked) => JSON.parse(JSON.stringify(await through(...asked))) as Asked;
    reactions = new ReactionWorker(house, [ticketContacts, helpCalls], rhythmEar());
  });
  afterAll(async () => {
    await reactions.stop();
    await house.close();
  });

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role]!;
  const desk = (): StoryPerson => of('FRONT_DESK');
  const send = (person: StoryPerson, verb: string, input: object): Promise<Asked> =>
    ask(
      person,
      `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ticket { ${TICKET} } } }`,
      { input },
    );
  const take = (verb: string, over: object = {}, person = desk()): Promise<Asked> =>
    send(person, verb, { estateId: e01().id, channel: 'PHONE', subject: 'a subject', ...over });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const taken = async (verb: string, over: object = {}, person?: StoryPerson): Promise<any> => {
    const { data, refusals } = await take(verb, over, person);
    expect(refusals).toEqual([]);
    return data[verb].ticket;
  };
  const act = (person: StoryPerson, verb: string, ticketId: string, over: object = {}): Promise<Asked> =>
    send(person, verb, { ticketId, ...over });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, ticketId: string, over: object = {}): Promise<any> => {
    const { data, refusals } = await act(person, verb, ticketId, over);
    expect(refusals).toEqual([]);
    return data[verb].ticket;
  };
  const told = async (person: StoryPerson, id: string): Promise<string[]> => {
    const { data } = await ask(person, '{ notifications(first: 50) { nodes { kind ticket { id } } } }');
    return (data.notifications.nodes as { kind: string; ticket: { id: string } | null }[]).flatMap(
      ({ kind, ticket }) => (ticket?.id === id ? [kind] : []),
    );
  };
  const own = () => ({ channel: 'APP', unitId: e01().units[0].id });

  test('R-REC-01, R-REC-11, R-REC-17 · what the desk can answer at once is taken down, answered and ended in one step', async () => {
    const enquiry = await taken('recordEnquiry', { contactName: '王', answer: '2.80 a square metre' });
    expect(enquiry).toMatchObject({
      number: expect.stringMatching(/^E01-Q26-\d{5}$/),
      kind: 'ENQUIRY',
      enquiryStage: 'ANSWERED',
      phase: 'CLOSED',
      version: 2,
      closedAt: MORNING.toISOString(),
      contacts: [{ stage: 'ROUTED', channel: 'PHONE' }],
    });
    await reactions.follow(story.harbour.id);
    const { data } = await ask(desk(), `query ($id: ID!) { ticket(id: $id) { contacts { stage } } }`, {
      id: enquiry.id,
    });
    expect(data.ticket.contacts).toEqual([{ stage: 'CLOSED' }]);
    expect((await take('recordEnquiry', { answer: 'x' }, of('SECURITY'))).facts).toEqual([
      { code: 'FORBIDDEN', action: 'ticket.answer' },
    ]);
    expect((await take('recordEnquiry', { channel: 'STAFF' }, of('SECURITY'))).refusals).toEqual([]);
  });

  test('R-REC-11, R-DSP-09, R-DSP-12 · what it cannot answer it passes on, and the customer is answered or hears where help is to be had', async () => {
    const { id } = await taken('recordEnquiry', { unitId: e01().units[0].id, customerId: e01().resident.subjectId });
    const passed = await done(desk(), 'assignTicket', id, { assigneeId: of('STEWARD').subjectId });
    expect(passed).toMatchObject({
      enquiryStage: 'WITH_DEPARTMENT',
      phase: 'IN_PROGRESS',
      assignee: { id: of('STEWARD').subjectId },
    });
    expect((await act(of('SECURITY'), 'answerTicket', id, { mode: 'TELEPHONE', text: 'x' })).facts).toEqual([
      { code: 'FORBIDDEN', action: 'ticket.answer' },
    ]);
    const answered = await done(desk(), 'answerTicket', id, {
      mode: 'TELEPHONE',
      text: 'by the blue gate',
      expectedVersion: 2,
    });
    expect(answered).toMatchObject({ enquiryStage: 'ANSWERED', phase: 'CLOSED', version: 3 });
    const seen = await ask(e01().resident, SEEN, { id });
    expect(seen.data.ticket).toMatchObject({
      notes: { nodes: [{ kind: 'FINAL_REPLY', text: 'by the blue gate' }] },
      timeline: { nodes: [{ type: 'ticket.ENQUIRY_RECORDED' }, { type: 'ticket.ENQUIRY_ANSWERED' }] },
    });
    expect(await told(e01().resident, id)).toEqual(expect.arrayContaining(['REQUEST_TAKEN', 'REQUEST_ANSWERED']));
    const { id: other } = await taken('recordEnquiry');
    expect(await done(desk(), 'declineTicket', other, { explanation: 'ask the water company' })).toMatchObject({
      enquiryStage: 'DECLINED',
      phase: 'CANCELLED',
    });
    expect((await act(desk(), 'answerTicket', other, { mode: 'TELEPHONE', text: 'x' })).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-REC-11', stage: 'DECLINED', verb: 'answer', allowed: [] },
    ]);
  });

  test('R-REC-23, D-30 · who asked and still does not know opens the same enquiry again, from the app', async () => {
    const { resident, next } = e01();
    const { id } = await taken('recordEnquiry', own(), resident);
    await done(desk(), 'answerTicket', id, { mode: 'MESSAGE', text: 'tomorrow' });
    expect((await act(next, 'reopenTicket', id, { reason: 'x' })).refusals).toEqual(['NOT_FOUND reopenTicket']);
    expect(await done(resident, 'reopenTicket', id, { reason: 'at what hour?' })).toMatchObject({
      enquiryStage: 'RECORDED',
      phase: 'OPEN',
      closedAt: null,
    });
    expect((await take('recordEnquiry', { ...own(), answer: 'me' }, resident)).facts).toEqual([
      { code: 'FORBIDDEN', action: 'ticket.answer' },
    ]);
    expect((await take('recordEnquiry', { ...own(), channel: 'PHONE' }, resident)).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.channel' }),
    ]);
  });

  test('R-DSP-17, R-REC-09 · a suggestion has a measure set before who made it is answered', async () => {
    const { resident } = e01();
    const { id, number } = await taken('recordSuggestion', own(), resident);
    expect(number).toMatch(/^E01-S26-\d{5}$/);
    expect((await act(desk(), 'answerTicket', id, { mode: 'MESSAGE', text: 'thank you' })).facts).toEqual([
      expect.objectContaining({ code: 'RULE_REFUSED', rule: 'R-DSP-17', stage: 'RECORDED' }),
    ]);
    expect((await act(desk(), 'setImprovementMeasure', id, { measure: 'x' })).facts).toEqual([
      { code: 'FORBIDDEN', action: 'suggestion.improve' },
    ]);
    const manager = of('SERVICE_MANAGER');
    expect(await done(manager, 'setImprovementMeasure', id, { measure: 'two more benches' })).toMatchObject({
      suggestionStage: 'MEASURE_SET',
      phase: 'RESOLVED',
    });
    const inside = await ask(desk(), SEEN, { id });
    expect(inside.data.ticket.notes.nodes).toEqual([{ kind: 'MEASURE', text: 'two more benches' }]);
    expect((await ask(resident, SEEN, { id })).data.ticket.notes.nodes).toEqual([]);
    await done(desk(), 'answerTicket', id, { mode: 'MESSAGE', text: 'benches by May' });
    const seen = await ask(resident, SEEN, { id });
    expect(seen.data.ticket).toMatchObject({
      phase: 'CLOSED',
      notes: { nodes: [{ kind: 'FINAL_REPLY', text: 'benches by May' }] },
    });
    expect(seen.data.ticket.timeline.nodes.map(({ type }: { type: string }) => type)).toEqual([
      'ticket.SUGGESTION_RECORDED',
      'ticket.SUGGESTION_ANSWERED',
    ]);
  });

  test('R-EMG-11, R-EMG-02, R-EMG-12, D-11, D-30 · of a call for help, also from the app, who is on duty is told at once; residents see no staff', async () => {
    const { resident } = e01();
    const { id, number } = await taken('callForHelp', { ...own(), subject: 'smoke in the stairs' }, resident);
    expect(number).toMatch(/^E01-H26-\d{5}$/);
    await reactions.follow(story.harbour.id);
    const { data } = await ask(desk(), `query ($id: ID!) { ticket(id: $id) { ${TICKET} } }`, { id });
    expect(data.ticket).toMatchObject({
      helpStage: 'ALERTED',
      phase: 'IN_PROGRESS',
      version: 2,
      alertedAt: MORNING.toISOString(),
    });
    expect(data.ticket.told.map(({ displayName }: { displayName: string }) => displayName).sort()).toEqual([
      'control_room',
      'security',
      'steward',
    ]);
    for (const role of ['CONTROL_ROOM', 'SECURITY', 'STEWARD'])
      expect(await told(of(role), id)).toEqual(['HELP_CALLED']);
    expect(await told(of('CASHIER'), id)).toEqual([]);
    expect(await told(resident, id)).toEqual(['HELP_TAKEN']);
    const own2 = await ask(
      resident,
      `query ($id: ID!) { ticket(id: $id) { ... on HelpCall { alertedAt told { displayName } } } }`,
      { id },
    );
    expect(own2.data.ticket).toEqual({ alertedAt: MORNING.toISOString(), told: [] });
  });

  test('R-EMG-10, R-EMG-08 · whoever comes is recorded, told or not, the first arrival stands, and what it was is written down', async () => {
    const { id } = await taken('callForHelp', { contactName: '王', unitId: e01().units[0].id }, desk());
    now = new Date('2026-11-25T02:03:00Z');
    expect(await done(of('SECURITY'), 'arriveAtHelpCall', id)).toMatchObject({
      helpStage: 'ON_SITE',
      arrivedAt: '2026-11-25T02:03:00.000Z',
      assignee: { id: of('SECURITY').subjectId },
    });
    now = new Date('2026-11-25T02:06:00Z');
    expect(await done(of('STEWARD'), 'arriveAtHelpCall', id)).toMatchObject({
      arrivedAt: '2026-11-25T02:03:00.000Z',
      assignee: { id: of('SECURITY').subjectId },
    });
    await reactions.follow(story.harbour.id);
    const late = await ask(desk(), `query ($id: ID!) { ticket(id: $id) { ${TICKET} } }`, { id });
    expect(late.data.ticket).toMatchObject({ helpStage: 'ON_SITE', alertedAt: now.toISOString() });
    expect((await act(of('CASHIER'), 'endHelpCall', id, { result: 'x' })).facts).toEqual([
      { code: 'FORBIDDEN', action: 'help.attend' },
    ]);
    expect(await done(of('STEWARD'), 'endHelpCall', id, { result: 'a pan on the stove' })).toMatchObject({
      helpStage: 'ENDED',
      phase: 'CLOSED',
      closedAt: now.toISOString(),
    });
    expect((await act(of('SECURITY'), 'arriveAtHelpCall', id)).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-EMG-10', stage: 'ENDED', verb: 'arrive', allowed: [] },
    ]);
    now = MORNING;
  });

  test('R-EMG-02 · of a call that is over before it is told of, nobody is told', async () => {
    const { id } = await taken('callForHelp', { channel: 'STAFF' }, of('SECURITY'));
    await done(of('SECURITY'), 'endHelpCall', id, { result: 'false alarm' });
    await reactions.follow(story.harbour.id);
    expect(await told(of('CONTROL_ROOM'), id)).toEqual([]);
  });

  test('R-ORG-78 · no verb of these kinds reaches another estate, another company or a ticket of another kind', async () => {
    const [enquiry, suggestion, help] = await Promise.all(
      ['recordEnquiry', 'recordSuggestion', 'callForHelp'].map(async (verb) => (await taken(verb)).id as string),
    );
    for (const [verb, id, over] of [
      ['answerTicket', enquiry, { mode: 'TELEPHONE', text: 'x' }],
      ['setImprovementMeasure', suggestion, { measure: 'x' }],
      ['arriveAtHelpCall', help, {}],
      ['endHelpCall', help, { result: 'x' }],
    ] as const) {
      for (const company of [story.harbour.e02, story.cedar.e01])
        expect([verb, (await act(company.staff['SERVICE_MANAGER']!, verb, id!, over)).refusals]).toEqual([
          verb,
          [`NOT_FOUND ${verb}`],
        ]);
      const other = id === help ? enquiry! : help!;
      expect([verb, (await act(of('SERVICE_MANAGER'), verb, other, over)).refusals]).toEqual([
        verb,
        [`NOT_FOUND ${verb}`],
      ]);
    }
    for (const verb of ['recordEnquiry', 'recordSuggestion', 'callForHelp'])
      expect((await take(verb, {}, story.harbour.e02.staff['FRONT_DESK'])).refusals).toEqual([`NOT_FOUND ${verb}`]);
  });
});

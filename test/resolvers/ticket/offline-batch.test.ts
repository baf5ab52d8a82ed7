import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { command } from '../../../src/resolvers/command.js';
import { returnRepair } from '../../../src/services/ticket/return-repair.js';
import { startRepair } from '../../../src/services/ticket/start-repair.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type Answer, type TestServer } from '../../support/test-server.js';

/** One command of a queue: its verb and its input. */
type Queued = readonly [verb: string, input: Readonly<Record<string, unknown>>];

describe('the queue of a phone that was offline', () => {
  let server: TestServer;
  let story: Story;

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database);
  });
  afterAll(() => server.close());

  const of = (role: string): StoryPerson => story.harbour.e01.staff[role]!;
  /** Sends a queue as one document of aliased mutations `c0`, `c1` …. */
  const send = (queue: readonly Queued[], person = of('TECHNICIAN')): Promise<Answer> => {
    const types = queue.map(([verb], i) => `$i${i}: ${verb.replace(/^./, (letter) => letter.toUpperCase())}Input!`);
    const fields = queue.map(([verb], i) => `c${i}: ${verb}(input: $i${i}) { cursor }`);
    const variables = Object.fromEntries(queue.map(([, input], i) => [`i${i}`, input]));
    return server.query(`mutation Queue(${types.join(', ')}) { ${fields.join(' ')} }`, variables, person);
  };
  /** The verdict of each command: `ok`, or its code and rule. */
  const verdicts = ({ data, errors = [] }: Answer, queue: readonly Queued[]): string[] =>
    queue.map((_, i) => {
      const error = errors.find(({ path }) => path?.[0] === `c${i}`);
      if (error) return [error.extensions['code'], error.extensions['rule']].filter(Boolean).join(' ');
      return data[`c${i}`] === null ? 'nothing' : 'ok';
    });
  /** What a client keeps of an answer: the cursors, and the refusals by alias with their facts. */
  const kept = ({ data, errors = [] }: Answer): unknown => ({
    data,
    refusals: errors.map(({ path, message, extensions }) => ({ path, message, extensions })),
  });
  const ids = (queue: readonly Queued[]): Queued[] =>
    queue.map(([verb, input]) => [verb, { commandId: randomUUID(), ...input }]);
  const forwarded = async (): Promise<string> => {
    const base = { estateId: story.harbour.e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'a tap' };
    const { data } = await server.query(
      'mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }',
      { input: base },
      of('FRONT_DESK'),
    );
    const ticketId = data.reportRepair.repair.id as string;
    await send([['forwardRepair', { ticketId }]], of('FRONT_DESK'));
    return ticketId;
  };
  const day = (ticketId: string): Queued[] =>
    ids([
      ['acceptRepair', { ticketId }],
      ['returnRepair', { ticketId }],
      ['startRepair', { ticketId }],
      ['startRepair', { ticketId: randomUUID() }],
      ['addTicketNote', { ticketId, text: '换了阀芯', visibility: 'INTERNAL' }],
      ['completeRepair', { ticketId, expectedVersion: 2 }],
      ['completeRepair', { ticketId }],
    ]);
  const VERDICTS_OF_DAY = ['ok', 'RULE_REFUSED R-RPR-12', 'ok', 'NOT_FOUND', 'ok', 'CONFLICT', 'ok'];
  const standing = async (id: string): Promise<unknown> => {
    const { rows } = await server.house.database.superuser.query(
      `select t.stage, t.version, t.visits, (select count(*)::int from event e where e.company_id = t.company_id and e.subject_id = t.id) as events,
              (select count(*)::int from ticket_note n where n.company_id = t.company_id and n.ticket_id = t.id) as notes
         from ticket t where t.id = $1`,
      [id],
    );
    return rows[0];
  };

  test('has one verdict a command, in order; one that is refused undoes no other', async () => {
    const ticketId = await forwarded();
    const queue = day(ticketId);
    expect(verdicts(await send(queue), queue)).toEqual(VERDICTS_OF_DAY);
    expect(await standing(ticketId)).toEqual({ stage: 'COMPLETED', version: 6, visits: 1, events: 6, notes: 1 });
  });

  test('sent again it has the same verdicts, word for word, and changes nothing', async () => {
    const ticketId = await forwarded();
    const queue = day(ticketId);
    const first = await send(queue);
    const before = await standing(ticketId);
    expect(kept(await send(queue))).toEqual(kept(first));
    expect(await standing(ticketId)).toEqual(before);
  });

  test('sent three times at once it has one effect, and every sender the same verdicts', async () => {
    for (let round = 0; round < 3; round += 1) {
      const ticketId = await forwarded();
      const queue = day(ticketId);
      const answers = await Promise.all([send(queue), send(queue), send(queue)]);
      for (const answer of answers) {
        expect(verdicts(answer, queue)).toEqual(VERDICTS_OF_DAY);
        expect(kept(answer)).toEqual(kept(answers[0]));
      }
      expect(await standing(ticketId)).toEqual({ stage: 'COMPLETED', version: 6, visits: 1, events: 6, notes: 1 });
    }
  });

  test('a part of it that arrived before is not done again by the whole', async () => {
    const ticketId = await forwarded();
    const queue = day(ticketId);
    await send(queue.slice(0, 3));
    expect(verdicts(await send(queue), queue)).toEqual(VERDICTS_OF_DAY);
    expect(await standing(ticketId)).toMatchObject({ version: 6, visits: 1, notes: 1 });
  });

  test('one command id twice in it is one command; with another content it is refused, and the first stands', async () => {
    const ticketId = await forwarded();
    const note = { ticketId, commandId: randomUUID(), text: '到场', visibility: 'INTERNAL' };
    const queue: Queued[] = [
      ['addTicketNote', note],
      ['addTicketNote', note],
      ['addTicketNote', { ...note, text: '离场' }],
      ['startRepair', { ticketId, commandId: note.commandId }],
    ];
    const answer = await send(queue);
    expect(verdicts(answer, queue)).toEqual(['ok', 'ok', 'INVALID_INPUT', 'INVALID_INPUT']);
    expect(answer.data.c1).toEqual(answer.data.c0);
    for (const error of answer.errors ?? []) expect(error.extensions['path']).toBe('input.commandId');
    expect(await standing(ticketId)).toMatchObject({ version: 3, notes: 1 });
  });

  test('another person’s same ids are other commands', async () => {
    const ticketId = await forwarded();
    const queue = ids([['addTicketNote', { ticketId, text: '到场', visibility: 'INTERNAL' }]]);
    await send(queue);
    await send(queue, of('ENGINEERING_HEAD'));
    expect(await standing(ticketId)).toMatchObject({ notes: 2 });
  });

  test('a refusal by rule stands for its command id; what was refused for want of a right is judged anew under the same one', async () => {
    const ticketId = await forwarded();
    const early = ids([['startRepair', { ticketId }]]);
    expect(verdicts(await send(early), early)).toEqual(['RULE_REFUSED R-RPR-07']);
    await send([['acceptRepair', { ticketId }]]);
    expect(verdicts(await send(early), early)).toEqual(['RULE_REFUSED R-RPR-07']);
    const anew = ids([['startRepair', { ticketId }]]);
    expect(verdicts(await send(anew), anew)).toEqual(['ok']);
    const done = ids([['completeRepair', { ticketId }]]);
    const steward = of('STEWARD');
    expect(verdicts(await send(done, steward), done)).toEqual(['FORBIDDEN']);
    const role = { staffId: steward.subjectId, role: 'TECHNICIAN', estateId: story.harbour.e01.id };
    const given: Queued[] = [['assignRole', role]];
    expect(verdicts(await send(given, story.harbour.staff['COMPANY_ADMIN']), given)).toEqual(['ok']);
    server.house.principals.drop(story.harbour.id);
    expect(verdicts(await send(done, steward), done)).toEqual(['ok']);
    expect(await standing(ticketId)).toMatchObject({ stage: 'COMPLETED', version: 5 });
  });

  test('what is refused after a command that failed for a moment is not refused for ever', async () => {
    const ticketId = await forwarded();
    const { house } = server;
    const facts = { requestId: 'test', address: '127.0.0.1', transport: 'http' } as const;
    const request = async (): Promise<RequestContext> =>
      new RequestContext(house, await principalOf(house, of('TECHNICIAN')), facts);
    const start = { ticketId, commandId: randomUUID() };
    const outage = (): Promise<never> => Promise.reject(new Error('the connection broke'));
    const broken = await request();
    await expect(command(broken, outage, {})).rejects.toThrow('the connection broke');
    await expect(command(broken, startRepair, start)).rejects.toMatchObject({ code: 'RULE_REFUSED' });
    await broken.end();
    const queue: Queued[] = [
      ['acceptRepair', { ticketId }],
      ['startRepair', start],
    ];
    expect(verdicts(await send(queue), queue)).toEqual(['ok', 'ok']);
    const whole = await request();
    const early = { ticketId, commandId: randomUUID() };
    await expect(command(whole, returnRepair, early)).rejects.toMatchObject({ code: 'RULE_REFUSED' });
    await whole.end();
    const { rows } = await house.database.superuser.query('select outcome from command_claim where command_id = $1', [
      early.commandId,
    ]);
    expect(rows).toEqual([{ outcome: 'REFUSED' }]);
  });
});

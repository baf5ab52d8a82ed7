import { randomUUID } from 'node:crypto';
import { utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRhythm, type Rhythm } from '../../../src/jobs/rhythm.js';
import { announce, attach } from '../../support/files.js';
import { picture } from '../../support/pictures.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { tellStory, type Story } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`;
const CANCEL = `mutation ($id: ID!) { cancelTicket(input: { ticketId: $id, reason: "x" }) { ticket { id } } }`;
const FILES = `query ($id: ID!) { ticket(id: $id) { attachments { id url } timeline(first: 50) { nodes { type } } } }`;

describe('how long files are kept', () => {
  let server: TestServer;
  let story: Story;
  let rhythm: Rhythm;
  let jpeg: Buffer;
  const ear = rhythmEar();

  beforeAll(async () => {
    server = await startTestServer({ compareEngines: false });
    story = await tellStory(server.house.database);
    rhythm = await startRhythm(server.house, ear);
    jpeg = await picture();
  });
  afterAll(async () => {
    await rhythm.stop();
    await server.close();
  });

  const sql = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await server.house.database.superuser.query<R>(text, values)).rows;
  const desk = () => story.harbour.e01.staff['FRONT_DESK']!;
  const report = async (): Promise<string> => {
    const input = { estateId: story.harbour.e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'a tap drips' };
    return (await server.query(REPORT, { input }, desk())).data.reportRepair.repair.id;
  };
  const keys = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const { key } of server.house.files.list()) found.push(key);
    return found;
  };
  const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);
  const age = (key: string, days: number): Promise<void> =>
    utimes(join(dirname(server.house.files.drafts), 'kept', key), daysAgo(days), daysAgo(days));
  /** Puts bytes into the store that are some days old. */
  const bytesAt = async (companyId: string, id: string, days: number): Promise<string> => {
    const key = `${companyId}/${id}/0123456789abcdef`;
    const draft = join(server.house.files.drafts, randomUUID());
    await writeFile(draft, 'bytes');
    await server.house.files.put(key, draft, { mediaType: 'image/jpeg', bytes: 5 });
    await age(key, days);
    return key;
  };
  /** The sweep of a company, with all that it puts off. */
  const sweep = async (companyId: string): Promise<void> => {
    const due = `update timer set due_at = now() where company_id = $1 and kind = 'FILES_RUN' returning 1`;
    await ear.until(async () => (await sql(due, [companyId])).length === 1);
    const open = `select 1 from timer where kind = 'FILES_RUN' and due_at <= now() union all
                  select 1 from pgboss.job where name <> 'dead' and state not in ('completed', 'cancelled')`;
    await ear.until(async () => (await sql(open)).length === 0);
    expect([...ear.failures, ...ear.dead, ...ear.stumbles]).toEqual([]);
  };

  test('a file that never came is forgotten an hour after its link is over', async () => {
    const ticket = await report();
    const [late, waiting] = [await announce(server, desk(), ticket, 10), await announce(server, desk(), ticket, 10)];
    await sql(`update attachment set upload_until = now() - interval '2 hours' where id = $1`, [late.id]);
    await sql(`update attachment set upload_until = now() - interval '30 minutes' where id = $1`, [waiting.id]);
    await sweep(story.harbour.id);
    const left = await sql<{ id: string }>('select id from attachment where id = any($1)', [[late.id, waiting.id]]);
    expect(left).toEqual([{ id: waiting.id }]);
    expect(await sql(`select facts from event where type = 'attachment.UNFINISHED_DROPPED'`)).toEqual([
      { facts: { count: 1 } },
    ]);
  });

  test('Q-24 · a file past its time goes with its bytes when its ticket has ended as long ago; row and hash stay', async () => {
    const [ended, open] = [await report(), await report()];
    const [past, ofOpen, inTime] = [
      await attach(server, desk(), ended, jpeg),
      await attach(server, desk(), open, jpeg),
      await attach(server, desk(), ended, jpeg),
    ];
    await server.query(CANCEL, { id: ended }, desk());
    const [term] = await sql<{ years: number }>(
      'select extract(year from age(kept_until, ready_at))::int as years from attachment where id = $1',
      [past],
    );
    expect(term).toEqual({ years: 5 });
    const older = `update attachment set ready_at = ready_at - interval '6 years', kept_until = kept_until - interval '6 years'`;
    await sql(`${older} where id = any($1)`, [[past, ofOpen]]);
    await sweep(story.harbour.id);
    expect(await sql(`select 1 from attachment where state = 'REMOVED'`)).toEqual([]);
    await sql(`update ticket set closed_at = now() - interval '6 years' where id = $1`, [ended]);
    const { url } = (await server.query(FILES, { id: ended }, desk())).data.ticket.attachments[0];
    expect((await fetch(new URL(url, server.url))).status).toBe(200);
    await sweep(story.harbour.id);
    expect((await fetch(new URL(url, server.url))).status).toBe(404);
    const states = await sql<{ id: string; state: string; hash: boolean }>(
      'select id, state, sha256 is not null as hash from attachment where id = any($1) order by id',
      [[past, ofOpen, inTime]],
    );
    expect(states).toEqual([
      { id: past, state: 'REMOVED', hash: true },
      { id: ofOpen, state: 'READY', hash: true },
      { id: inTime, state: 'READY', hash: true },
    ]);
    const left = await keys();
    expect([past, ofOpen, inTime].map((id) => left.filter((key) => key.includes(id)).length)).toEqual([0, 2, 2]);
    const { data } = await server.query(FILES, { id: ended }, desk());
    expect(data.ticket.attachments.map((file: { id: string }) => file.id)).toEqual([inTime]);
    expect(data.ticket.timeline.nodes.at(-1)).toEqual({ type: 'ticket.ATTACHMENT_REMOVED' });
  });

  test('bytes that no row keeps go, those of a company at a time; what a row keeps or waits for stays, however old', async () => {
    const ticket = await report();
    const kept = await attach(server, desk(), ticket, jpeg);
    const waiting = await announce(server, desk(), ticket, 10);
    const inStore = async () => (await keys()).filter((key) => key.includes(kept));
    await ear.until(async () => (await inStore()).length === 2);
    for (const key of await inStore()) await age(key, 400);
    const { harbour, cedar } = story;
    const [old, young, foreign, second, unfinished] = [
      await bytesAt(harbour.id, randomUUID(), 2),
      await bytesAt(harbour.id, randomUUID(), 0.5),
      await bytesAt(cedar.id, randomUUID(), 2),
      await bytesAt(harbour.id, kept, 2),
      await bytesAt(harbour.id, waiting.id, 2),
    ];
    await sweep(harbour.id);
    const left = await keys();
    expect([old, young, foreign, second, unfinished].map((key) => left.includes(key))).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
    expect(await inStore()).toHaveLength(2);
    const [{ url }] = (await server.query(FILES, { id: ticket }, desk())).data.ticket.attachments;
    expect((await fetch(new URL(url, server.url))).status).toBe(200);
    await sweep(cedar.id);
    expect(await keys()).not.toContain(foreign);
  });

  test('Q-24 · a file is kept for the years that the company has set when it comes', async () => {
    await sql(
      `insert into policy_version (company_id, id, key, version, effective_from, value, estates_may_override, reason, set_by, set_at)
       values ($1, gen_random_uuid(), 'Q-24', 1, '2020-01-01', '{"complaints": 5, "repairs": 9, "dunningAfterClaim": 0}', true, 'long', $2, now())`,
      [story.harbour.id, desk().subjectId],
    );
    const id = await attach(server, desk(), await report(), jpeg);
    expect(
      await sql('select extract(year from age(kept_until, ready_at))::int as years from attachment where id = $1', [
        id,
      ]),
    ).toEqual([{ years: 9 }]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/entities/new-id.js';
import { encodeCursor } from '../../src/events/cursor.js';
import type { TicketEvent } from '../../src/events/ticket-event.js';
import { openTicketFeed, type TicketFeedArgs } from '../../src/events/ticket-feed.js';
import { runCommand } from '../../src/services/command/run-command.js';
import { reportRepair } from '../../src/services/ticket/report-repair.js';
import type { ReportedRepair } from '../../src/services/ticket/steps/open-repair.js';
import { RequestContext } from '../../src/tenancy/request-context.js';
import { sqlFor } from '../../src/tenancy/read/tables.js';
import { eventsOf } from '../support/feed-events.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../support/story.js';
import { openTestHouse, type TestHouse } from '../support/test-house.js';

type Feed = Awaited<ReturnType<typeof openTicketFeed>>;

describe('the feed of ticket events', () => {
  let house: TestHouse;
  let story: Story;
  let desk: StoryPerson;
  const open: Feed[] = [];

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    desk = story.harbour.e01.staff['FRONT_DESK']!;
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    for (const feed of open.splice(0)) await feed.return();
  });

  const subscribe = async (person: StoryPerson, args: TicketFeedArgs = {}): Promise<Feed> => {
    const facts = { requestId: 'test', address: '', transport: 'websocket' } as const;
    const ctx = new RequestContext(house, await principalOf(house, person), facts);
    const feed = await openTicketFeed(ctx, args);
    open.push(feed);
    return feed;
  };
  const report = async (over: Partial<ReportedRepair> = {}, person = desk): Promise<{ seq: number; epoch: number }> =>
    runCommand(house, await principalOf(house, person), reportRepair, {
      estateId: story.harbour.e01.id,
      channel: 'PATROL',
      urgency: 'ORDINARY',
      subject: 'a tap drips',
      ...over,
    });
  const streams = new WeakMap<Feed, AsyncGenerator<TicketEvent & { seq: number }>>();
  const take = async (feed: Feed, n: number): Promise<(TicketEvent & { seq: number })[]> => {
    const stream = streams.get(feed) ?? eventsOf(house, feed);
    streams.set(feed, stream);
    const events: (TicketEvent & { seq: number })[] = [];
    while (events.length < n) {
      const step = await stream.next();
      if (step.done === true) throw new Error('The feed has ended.');
      events.push(step.value);
    }
    return events;
  };
  const seqs = async (feed: Feed, n: number): Promise<number[]> => (await take(feed, n)).map((event) => event.seq);
  const cursorAt = (seq: number, epoch = 1): string => encodeCursor(story.harbour.id, { epoch, seq });
  const headSeq = async (): Promise<number> => {
    const { rows } = await house.database.superuser.query<{ seq: string }>(
      'select seq from company_head where company_id = $1',
      [story.harbour.id],
    );
    return Number(rows[0]?.seq);
  };
  const insertEvent = async (over: Readonly<Record<string, unknown>>): Promise<number> => {
    const { rows } = await house.database.superuser.query<{ seq: string }>(
      `with head as (update company_head set seq = seq + 1 where company_id = $1 returning seq)
       insert into event (company_id, seq, estate_id, type, subject_kind, subject_id, subject_version, occupancy_id,
                          visibility, actor_kind, actor_id, occurred_at, recorded_at, facts)
       select $1, head.seq, $2, 'ticket.NOTED', $3, $4, 1, $5, $6, 'SYSTEM', null, now(), now(), $7 from head returning seq`,
      [
        story.harbour.id,
        over['estateId'] ?? story.harbour.e01.id,
        over['subjectKind'] ?? 'ticket',
        newId(),
        over['occupancyId'] ?? null,
        over['visibility'] ?? 'INTERNAL',
        JSON.stringify({ kind: over['kind'] ?? 'REPAIR' }),
      ],
    );
    return Number(rows[0]?.seq);
  };

  test('without `after` it begins at the head as of the subscription', async () => {
    await report();
    const feed = await subscribe(desk);
    const { seq } = await report();
    expect(await seqs(feed, 1)).toEqual([seq]);
  });

  test('with `after` it replays what was missed and goes on live, in commit order, nothing twice', async () => {
    const from = await headSeq();
    for (let i = 0; i < 3; i += 1) await report();
    const feed = await subscribe(desk, { after: cursorAt(from) });
    expect(await seqs(feed, 3)).toEqual([from + 1, from + 2, from + 3]);
    const waiting = seqs(feed, 2);
    await report();
    await report();
    expect(await waiting).toEqual([from + 4, from + 5]);
  });

  test('a subscriber who continues from any cursor receives exactly what came after it, while others write', async () => {
    const from = await headSeq();
    const writing = Promise.all(
      [0, 1, 2, 3].map(async () => {
        for (let i = 0; i < 20; i += 1) await report();
      }),
    );
    const all = Array.from({ length: 80 }, (_, i) => from + 1 + i);
    const seen: number[] = [];
    let after = cursorAt(from);
    while (seen.length < all.length) {
      const feed = await subscribe(desk, { after });
      for (const event of await take(feed, Math.min(9, all.length - seen.length))) {
        seen.push(event.seq);
        after = event.cursor;
      }
      await feed.return();
    }
    await writing;
    expect(seen).toEqual(all);
  });

  test('a backlog of several chunks arrives whole', async () => {
    const from = await headSeq();
    const total = 450;
    await house.database.superuser.query(
      `insert into event (company_id, seq, estate_id, type, subject_kind, subject_id, subject_version, occupancy_id,
                          visibility, actor_kind, actor_id, occurred_at, recorded_at, facts)
       select $1, $2::bigint + n, $3, 'ticket.NOTED', 'ticket', gen_random_uuid(), 1, null, 'INTERNAL', 'SYSTEM', null,
              now(), now(), '{"kind": "REPAIR"}' from generate_series(1, $4::int) as n`,
      [story.harbour.id, from, story.harbour.e01.id, total],
    );
    await house.database.superuser.query('update company_head set seq = seq + $2 where company_id = $1', [
      story.harbour.id,
      total,
    ]);
    const feed = await subscribe(desk, { after: cursorAt(from) });
    expect(await seqs(feed, total)).toEqual(Array.from({ length: total }, (_, i) => from + 1 + i));
  });

  test('only events of tickets, of estates in reach, of the estates and kinds asked for', async () => {
    const { e01, e02 } = story.harbour;
    const from = await headSeq();
    await insertEvent({ subjectKind: 'estate' });
    const complaint = await insertEvent({ kind: 'COMPLAINT' });
    const elsewhere = (await report({ estateId: e02.id }, e02.staff['FRONT_DESK'])).seq;
    const here = (await report()).seq;
    const quality = story.harbour.staff['QUALITY_OFFICER']!;
    const after = cursorAt(from);
    expect(await seqs(await subscribe(desk, { after }), 2)).toEqual([complaint, here]);
    expect(await seqs(await subscribe(quality, { after }), 3)).toEqual([complaint, elsewhere, here]);
    expect(await seqs(await subscribe(quality, { after, estateIds: [e02.id] }), 1)).toEqual([elsewhere]);
    expect(await seqs(await subscribe(quality, { after, estateIds: [e01.id], kinds: ['REPAIR'] }), 1)).toEqual([here]);
  });

  test('D-30 · a resident receives CUSTOMER events of own occupancies and no other, also from the bare table', async () => {
    const { e01 } = story.harbour;
    const from = await headSeq();
    const mine = e01.resident.occupancyId;
    await insertEvent({ occupancyId: mine, visibility: 'INTERNAL' });
    await insertEvent({ occupancyId: e01.next.occupancyId, visibility: 'CUSTOMER' });
    await insertEvent({ visibility: 'CUSTOMER' });
    const told = await insertEvent({ occupancyId: mine, visibility: 'CUSTOMER' });
    const feed = await subscribe(e01.resident, { after: cursorAt(from) });
    expect(await seqs(feed, 1)).toEqual([told]);
    const facts = { requestId: 'test', address: '', transport: 'http' } as const;
    const ctx = new RequestContext(house, await principalOf(house, e01.resident), facts);
    const rows = await ctx.moment.read(
      sqlFor.selectFrom('event as e').select(['e.seq', 'e.visibility']).where('e.seq', '>', from),
    );
    await ctx.renew();
    expect(rows).toEqual([{ seq: told, visibility: 'CUSTOMER' }]);
  });

  test('an unknown, foreign or unreachable estate is not found', async () => {
    for (const estateId of [newId(), 'nonsense', story.cedar.e01.id, story.harbour.e02.id])
      await expect(subscribe(desk, { estateIds: [estateId] })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        facts: { what: 'estate' },
      });
    for (const estateId of [newId(), 'nonsense', story.cedar.e01.id])
      await expect(subscribe(story.harbour.staff['QUALITY_OFFICER']!, { estateIds: [estateId] })).rejects.toMatchObject(
        { code: 'NOT_FOUND' },
      );
  });

  test('a cursor that cannot be continued from is refused, never answered with silence', async () => {
    const head = await headSeq();
    for (const [after, refusal] of [
      [cursorAt(head + 1), { code: 'RESYNC_REQUIRED', facts: { reason: 'AHEAD' } }],
      [cursorAt(head, 2), { code: 'RESYNC_REQUIRED', facts: { reason: 'OTHER_EPOCH' } }],
      [encodeCursor(story.cedar.id, { epoch: 1, seq: 0 }), { code: 'INVALID_INPUT', facts: { path: 'after' } }],
      ['nonsense', { code: 'INVALID_INPUT', facts: { path: 'after' } }],
    ] as const)
      await expect(subscribe(desk, { after })).rejects.toMatchObject(refusal);
  });

  test('what lies behind the replay horizon of 30 days is refused as too old, to the event', async () => {
    const { seq } = await report();
    await report();
    await report();
    await house.database.superuser.query(
      `update event set recorded_at = now() - interval '30 days 1 minute' where company_id = $1 and seq <= $2`,
      [story.harbour.id, seq],
    );
    await expect(subscribe(desk, { after: cursorAt(seq - 1) })).rejects.toMatchObject({
      code: 'RESYNC_REQUIRED',
      facts: { reason: 'TOO_OLD' },
    });
    expect(await seqs(await subscribe(desk, { after: cursorAt(seq) }), 2)).toEqual([seq + 1, seq + 2]);
  });

  test('a restore under a running feed ends it with RESYNC_REQUIRED', async () => {
    const feed = await subscribe(story.cedar.e01.staff['FRONT_DESK']!);
    const waiting = feed.next();
    await house.database.superuser.query('update company_head set epoch = epoch + 1 where company_id = $1', [
      story.cedar.id,
    ]);
    await expect(waiting).rejects.toMatchObject({ code: 'RESYNC_REQUIRED', facts: { reason: 'OTHER_EPOCH' } });
    expect(await feed.next()).toEqual({ done: true, value: undefined });
  });

  test('`return()` ends a waiting feed at once and stops following', async () => {
    let followers = 0;
    const counting = {
      ...house,
      logs: {
        join: async (companyId: string) => {
          const { log, leave } = await house.logs.join(companyId);
          followers += 1;
          return {
            log,
            leave: () => {
              followers -= 1;
              leave();
            },
          };
        },
      },
    };
    const facts = { requestId: 'test', address: '', transport: 'websocket' } as const;
    const ctx = new RequestContext(counting, await principalOf(house, desk), facts);
    const feed = await openTicketFeed(ctx, {});
    const waiting = feed.next();
    expect(followers).toBe(1);
    expect(await feed.return()).toEqual({ done: true, value: undefined });
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await feed.next()).toEqual({ done: true, value: undefined });
    expect(followers).toBe(0);
  });

  test('withdrawn rights act on the next event: the estate falls silent, a lost action or sign-in ends the feed', async () => {
    const hire = story.harbour.e01.staff;
    const { superuser } = house.database;
    const roving = hire['CLEANING_HEAD']!;
    await superuser.query(
      `insert into role_assignment (company_id, id, staff_id, role, estate_id, created_at) values ($1, $2, $3, 'FRONT_DESK', $4, now())`,
      [story.harbour.id, newId(), roving.subjectId, story.harbour.e02.id],
    );
    house.principals.drop(story.harbour.id);
    const feed = await subscribe(roving);
    const first = (await report()).seq;
    expect(await seqs(feed, 1)).toEqual([first]);
    await superuser.query(`delete from role_assignment where staff_id = $1 and role = 'CLEANING_HEAD'`, [
      roving.subjectId,
    ]);
    house.principals.drop(story.harbour.id);
    await report();
    const elsewhere = (await report({ estateId: story.harbour.e02.id }, story.harbour.e02.staff['FRONT_DESK'])).seq;
    expect(await seqs(feed, 1)).toEqual([elsewhere]);
    await superuser.query(`delete from role_assignment where staff_id = $1`, [roving.subjectId]);
    house.principals.drop(story.harbour.id);
    const waiting = feed.next();
    const refused = expect(waiting).rejects.toMatchObject({ code: 'FORBIDDEN', facts: { action: 'ticket.read' } });
    await report();
    await refused;

    const leaver = hire['SECURITY']!;
    const gone = await subscribe(leaver);
    await superuser.query('update account set disabled_at = now() where id = $1', [leaver.accountId]);
    house.principals.drop(story.harbour.id);
    const ended = expect(gone.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await report();
    await ended;
  });
});

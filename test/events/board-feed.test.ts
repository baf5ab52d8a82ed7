import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/entities/new-id.js';
import { openBoardFeed } from '../../src/loaders/board/board-feed.js';
import { RequestContext } from '../../src/tenancy/request-context.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../support/story.js';
import { openTestHouse, type TestHouse } from '../support/test-house.js';

type Feed = Awaited<ReturnType<typeof openBoardFeed>>;

/** More events than a node remembers of a company, at the most. */
const MANY = 8_500;
const LONG_MS = 60_000;

describe('the feed of boards', () => {
  let house: TestHouse;
  let story: Story;
  const open: Feed[] = [];

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    for (const feed of open.splice(0)) await feed.return();
  });

  const follow = async (person: StoryPerson, everyMs: number): Promise<Feed> => {
    const facts = { requestId: 'test', address: '', transport: 'websocket' } as const;
    const ctx = new RequestContext(house, await principalOf(house, person), facts);
    const feed = await openBoardFeed(ctx, { everyMs });
    open.push(feed);
    return feed;
  };
  /** What the next step is of: boards that were read for this asker, or an event that is read together. */
  const told = async (feed: Feed) => {
    const step = await feed.next();
    if (step.done === true) throw new Error('The feed has ended.');
    const { value } = step;
    return 'missed' in value
      ? value.missed.map(({ estateId, seq }) => ({ estateId, seq }))
      : { estateId: value.happened.estateId, seq: value.happened.seq };
  };
  /** Events of an estate's tickets; @returns the number of the last */
  const happen = async (estateId: string, times = 1): Promise<number> => {
    const { rows } = await house.database.superuser.query<{ last: string }>(
      `with head as (update company_head set seq = seq + $3::int where company_id = $1 returning seq),
            fresh as (insert into event (company_id, seq, estate_id, type, subject_kind, subject_id, subject_version, visibility,
                                         actor_kind, occurred_at, recorded_at, facts)
                      select $1, head.seq - $3::int + g, $2, 'ticket.NOTED', 'ticket', $4, 1, 'INTERNAL', 'SYSTEM', now(),
                             clock_timestamp(), '{"kind": "REPAIR"}' from head, generate_series(1, $3::int) as g)
       select seq as last from head`,
      [story.harbour.id, estateId, times, newId()],
    );
    return Number(rows[0]?.last);
  };

  test('who lags behind what the node remembers is told the boards that changed, once each, in the order of their last events', async () => {
    const { e01, e02, staff } = story.harbour;
    const feed = await follow(staff['QUALITY_OFFICER']!, 250);
    expect(await told(feed)).toHaveLength(2);
    const second = await happen(e02.id);
    const last = await happen(e01.id, MANY);
    const { log, leave } = await house.logs.join(story.harbour.id);
    while (log.head.seq < last) await new Promise<void>((resolve) => log.follow(resolve));
    expect(log.behind(second)).toBeNull();
    leave();
    expect(await told(feed)).toEqual([
      { estateId: e02.id, seq: second },
      { estateId: e01.id, seq: last },
    ]);
    const next = await happen(e02.id);
    expect(await told(feed)).toEqual({ estateId: e02.id, seq: next });
  });

  test('what waits for its beat is not settled, and `return()` ends the wait at once', async () => {
    const { e01 } = story.harbour;
    const feed = await follow(e01.staff['FRONT_DESK']!, LONG_MS);
    await told(feed);
    const first = await happen(e01.id);
    expect(await told(feed)).toEqual({ estateId: e01.id, seq: first });
    const waiting = feed.next();
    const later = await happen(e01.id);
    const { log, leave } = await house.logs.join(story.harbour.id);
    while (log.head.seq < later) await new Promise<void>((resolve) => log.follow(resolve));
    leave();
    expect(feed.settled.seq).toBeLessThan(later);
    expect(await feed.return()).toEqual({ done: true, value: undefined });
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  test('a restore ends the feed with RESYNC_REQUIRED, also in the wait for a beat', async () => {
    const { e01 } = story.harbour;
    const feed = await follow(e01.staff['FRONT_DESK']!, LONG_MS - 1);
    await told(feed);
    await happen(e01.id);
    await told(feed);
    await happen(e01.id);
    const ended = expect(feed.next()).rejects.toMatchObject({ code: 'RESYNC_REQUIRED' });
    await house.database.superuser.query('update company_head set epoch = epoch + 1 where company_id = $1', [
      story.harbour.id,
    ]);
    await ended;
  });
});

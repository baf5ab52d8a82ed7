import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { openHouse, type OpenHouse } from '../../src/server/house.js';
import { runCommand } from '../../src/services/command/run-command.js';
import { withdrawRole } from '../../src/services/identity/withdraw-role.js';
import { signIn } from '../../src/services/identity/sign-in.js';
import { signOut } from '../../src/services/identity/sign-out.js';
import { hashPassword } from '../../src/tenancy/identity/password.js';
import type { Bearer } from '../../src/tenancy/bearer.js';
import { PrincipalBook } from '../../src/tenancy/principal-book.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../support/test-house.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../support/story.js';

const WITHIN_MS = 1_000;

describe('what nodes remember of principals', () => {
  let here: TestHouse;
  let there: OpenHouse;
  let story: Story;
  const reported: unknown[] = [];

  beforeAll(async () => {
    here = await openTestHouse();
    there = await openHouse({
      apiUrl: here.database.apiUrl,
      secret: TEST_SECRET,
      onError: (error) => reported.push(error),
    });
    story = await tellStory(here.database, { passwordHash: await hashPassword('guanjia-demo') });
  });
  afterAll(async () => {
    await there.close();
    await here.close();
  });

  const bearerOf = ({ companyId, accountId }: StoryPerson): Bearer => ({ companyId, accountId, familyId: null });
  /** Milliseconds from the change until the other node tells its listeners. */
  const told = (node: OpenHouse, companyId: string): Promise<number> => {
    const start = performance.now();
    return new Promise((resolve) =>
      node.onPrincipalsChanged((changed) => {
        if (changed === companyId) resolve(performance.now() - start);
      }),
    );
  };
  /** Remembers the bearer on the node and waits until the node has caught up with the company's log. */
  const settle = async (node: OpenHouse, bearer: Bearer): Promise<void> => {
    const first = told(node, bearer.companyId);
    await node.principals.find(bearer);
    await Promise.race([first, new Promise((resolve) => setTimeout(resolve, WITHIN_MS))]);
    await node.principals.find(bearer);
  };
  const withdraw = async (person: StoryPerson): Promise<void> => {
    const { rows } = await here.database.superuser.query<{ id: string }>(
      'select id from role_assignment where staff_id = $1',
      [person.subjectId],
    );
    const admin = await principalOf(here, story.harbour.staff['COMPANY_ADMIN']!);
    await runCommand(here, admin, withdrawRole, { assignmentId: rows[0]!.id });
  };

  test('who is asked for again and again is read anew beside, and stands as long as nothing about them is another', async () => {
    let now = 0;
    let loads = 0;
    const book = new PrincipalBook(here.pool, () => now);
    book.listenThrough(() => true);
    book.onRemember(() => (loads += 1));
    const person = story.harbour.e01.staff['STEWARD']!;
    const bearer = bearerOf(person);
    await book.find(bearer);
    const standing = book.standing(bearer)!;
    const until = async (wanted: () => boolean): Promise<void> => {
      while (!wanted()) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    now = 26_000;
    expect(standing.stands()).toBe(true);
    await until(() => (now += 1) > 0 && book.standing(bearer)?.principal === standing.principal && now > 26_020);
    now = 40_000;
    expect(standing.stands()).toBe(true);
    expect(loads).toBe(1);

    await here.database.superuser.query('update staff set display_name = $1 where id = $2', [
      'Another',
      person.subjectId,
    ]);
    now = 42_000;
    expect(standing.stands()).toBe(true);
    await until(() => !standing.stands());
    expect((await book.find(bearer))?.displayName).toBe('Another');
  });

  test('whoever is asked for at once is read at once: many in one transaction, also when their time has come', async () => {
    let now = 0;
    let transactions = 0;
    const connect = (): Promise<pg.PoolClient> => {
      transactions += 1;
      return here.pool.connect();
    };
    const book = new PrincipalBook({ connect, waitingCount: 0 } as unknown as pg.Pool, () => now);
    book.listenThrough(() => true);
    const people = [...Object.values(story.harbour.e01.staff), story.harbour.e01.resident];
    const bearers = people.map(bearerOf);
    const found = await Promise.all(bearers.map((bearer) => book.find(bearer)));
    expect(transactions).toBe(1);
    expect(found.map((principal) => principal?.subjectId)).toEqual(people.map(({ subjectId }) => subjectId));
    for (const [i, person] of people.entries()) expect(found[i]).toEqual(await principalOf(here, person));

    now = 16_000;
    for (const bearer of bearers.slice(1)) book.expect(bearer);
    await new Promise((resolve) => setImmediate(resolve));
    expect(transactions).toBe(2);
    now = 31_500;
    while (!book.standing(bearers[1]!)) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(book.standing(bearers[0]!)).toBeUndefined();
    for (const [i, bearer] of bearers.entries()) if (i > 0) expect(book.standing(bearer)?.principal).toBe(found[i]);
  });

  test('a role withdrawn on one node acts on another within a second', async () => {
    const person = story.harbour.e01.staff['FRONT_DESK']!;
    await settle(there, bearerOf(person));
    expect((await there.principals.find(bearerOf(person)))?.actions.has('repair.report')).toBe(true);
    const change = told(there, story.harbour.id);
    await withdraw(person);
    expect(await change).toBeLessThan(WITHIN_MS);
    expect((await there.principals.find(bearerOf(person)))?.actions.size).toBe(0);
  });

  test('a sign-out on one node acts on another within a second, and only on that sign-in', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => signIn(here, { login: 'steward@harbour', password: 'guanjia-demo' }, '203.0.113.1')),
    );
    await settle(there, one!.bearer);
    expect(await there.principals.find(one!.bearer)).not.toBeNull();
    const change = told(there, story.harbour.id);
    await signOut(here, one!.principal, one!.bearer.familyId);
    expect(await change).toBeLessThan(WITHIN_MS);
    expect(await there.principals.find(one!.bearer)).toBeNull();
    expect(await there.principals.find(two!.bearer)).not.toBeNull();
  });

  test('what the node remembers is not read again, and other events of the company do not make it forget', async () => {
    const bearer = bearerOf(story.cedar.e01.staff['STEWARD']!);
    await settle(there, bearer);
    const remembered = await there.principals.find(bearer);
    expect(await there.principals.find(bearer)).toBe(remembered);
    const forgotten = told(there, story.cedar.id);
    const looked = new Promise<void>((resolve) => {
      const end = there.relay.follow(story.cedar.id, () => {
        end();
        resolve();
      });
    });
    await here.database.superuser.query(
      `with head as (update company_head set seq = seq + 1 where company_id = $1 returning seq)
       insert into event (company_id, seq, type, subject_kind, subject_id, subject_version, visibility, actor_kind, occurred_at, recorded_at, facts)
       select $1, seq, 'ANYTHING_ELSE', 'ticket', $1, 1, 'INTERNAL', 'SYSTEM', now(), now(), '{}' from head`,
      [story.cedar.id],
    );
    await looked;
    const still = new Promise((resolve) => setTimeout(() => resolve('remembered'), 300));
    expect(await Promise.race([forgotten, still])).toBe('remembered');
    expect(await there.principals.find(bearer)).toBe(remembered);
  });

  test('what cannot be read is taken for a change', async () => {
    const bearer = bearerOf(story.cedar.e01.staff['STEWARD']!);
    await settle(there, bearer);
    const change = told(there, story.cedar.id);
    await here.database.superuser.query('alter table event rename to event_away');
    await here.database.superuser.query('update company_head set seq = seq + 1 where company_id = $1', [
      story.cedar.id,
    ]);
    expect(await change).toBeLessThan(2 * WITHIN_MS);
    await here.database.superuser.query('alter table event_away rename to event');
    expect(reported).not.toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clockAt } from '../../../src/domain/clock.js';
import { clearExpiredTickets } from '../../../src/services/privacy/clear-expired-tickets.js';
import { expiredRecords, sweepExpired } from '../../../src/services/privacy/retention-sweep.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import type { Principal } from '../../../src/tenancy/principal.js';
import { principalOf, tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const NOW = new Date('2026-03-02T08:00:00Z');

describe('what is past its time', () => {
  let house: TestHouse;
  let story: Story;
  let admin: Principal;

  beforeAll(async () => {
    house = await openTestHouse({ clock: clockAt(NOW) });
    story = await tellStory(house.database);
    admin = await principalOf(house, story.harbour.staff['COMPANY_ADMIN']!);
    await plant(story.harbour.id, story.harbour.e01.id, 1_203, '2021-03-02T07:59:59Z', 'CLOSED');
    await plant(story.harbour.id, story.harbour.e01.id, 2, '2021-03-02T08:00:00Z', 'CLOSED');
    await plant(story.harbour.id, story.harbour.e01.id, 3, null, 'OPEN');
    await plant(story.harbour.id, story.harbour.e02.id, 1, '2015-01-01T00:00:00Z', 'CANCELLED');
    await plant(story.cedar.id, story.cedar.e01.id, 4, '2015-01-01T00:00:00Z', 'CLOSED');
    await note(story.harbour.id);
    await file(story.harbour.id);
  });
  afterAll(() => house.close());

  let planted = 0;
  async function plant(
    companyId: string,
    estateId: string,
    count: number,
    closedAt: string | null,
    phase: string,
  ): Promise<void> {
    planted += 1;
    const { rows } = await house.database.superuser.query<{ id: string }>(
      'select id from customer where company_id = $1 and estate_id = $2 limit 1',
      [companyId, estateId],
    );
    await house.database.superuser.query(
      `insert into ticket (company_id, id, estate_id, number, kind, phase, stage, urgency, version, customer_id, channel,
                           subject, description, contact_name, contact_phone, visits, reported_at, closed_at, cancel_reason)
       select $1, gen_random_uuid(), $2, 'P' || $7 || '-' || g, 'REPAIR', $5, 'CLOSED', 'ORDINARY', 1, $6, 'PHONE',
              'KANARI', 'KANARI', 'KANARI', '13800000001', 0, '2014-01-01', $4, 'KANARI' from generate_series(1, $3::int) g`,
      [companyId, estateId, count, closedAt, phase, rows[0]?.id, String(planted)],
    );
  }
  const note = (companyId: string): Promise<unknown> =>
    house.database.superuser.query(
      `insert into ticket_note (company_id, id, estate_id, ticket_id, kind, visibility, text, author_kind, author_id, written_at)
       select company_id, gen_random_uuid(), estate_id, id, 'NOTE', 'INTERNAL', 'KANARI', 'STAFF', id, reported_at
         from ticket where company_id = $1 and subject = 'KANARI'`,
      [companyId],
    );
  /** A photo on each ticket of the second estate, and a file that never came. */
  const file = (companyId: string): Promise<unknown> =>
    house.database.superuser.query(
      `insert into attachment (company_id, id, estate_id, subject_kind, subject_id, kind, purpose, visibility, name, bytes,
                               state, media_type, sha256, account_id, actor_kind, created_at, upload_until, version)
       select t.company_id, gen_random_uuid(), t.estate_id, 'TICKET', t.id, 'PHOTO', 'AFTER', 'INTERNAL', 'KANARI.jpg', 1,
              s.state, case s.state when 'READY' then 'image/jpeg' end, case s.state when 'READY' then 'h' end, $3, 'STAFF',
              t.reported_at, t.reported_at, 1
         from ticket t cross join (values ('READY'), ('AWAITED')) s(state)
        where t.company_id = $1 and t.estate_id = $2 and t.subject = 'KANARI'`,
      [companyId, story.harbour.e02.id, story.harbour.e02.staff['FRONT_DESK']!.accountId],
    );
  const kept = async (companyId: string): Promise<number> => {
    const { rows } = await house.database.superuser.query<{ n: number }>(
      `select count(*)::int as n from ticket t where company_id = $1
          and concat(subject, description, contact_name, cancel_reason,
                     (select text from ticket_note where ticket_id = t.id)) like '%KANARI%'`,
      [companyId],
    );
    return rows[0]?.n ?? -1;
  };

  test('Q-24 · a dry run counts by estate and kind, and clears nothing', async () => {
    const expired = await expiredRecords(house, admin);
    expect(expired.map(({ estateCode, kind, count }) => [estateCode, kind, count])).toEqual([
      ['E01', 'REPAIR', 1_203],
      ['E02', 'REPAIR', 1],
    ]);
    expect(await kept(story.harbour.id)).toBe(1_209);
  });

  test('Q-24 · the sweep clears exactly that, in chunks with one event each; rows stay, younger and open ones stand', async () => {
    const done = await sweepExpired(house, admin);
    expect(done.map(({ estateCode, count }) => [estateCode, count])).toEqual([
      ['E01', 1_203],
      ['E02', 1],
    ]);
    expect(await kept(story.harbour.id)).toBe(5);
    expect(await kept(story.cedar.id)).toBe(4);
    const { rows } = await house.database.superuser.query<{ n: number; cleared: number; linked: number }>(
      `select count(*)::int as n, count(redacted_at)::int as cleared,
              count(*) filter (where redacted_at is not null and customer_id is not null)::int as linked
         from ticket where company_id = $1`,
      [story.harbour.id],
    );
    expect(rows).toEqual([{ n: 1_209, cleared: 1_204, linked: 0 }]);
    const events = await house.database.superuser.query<{ count: string }>(
      `select facts ->> 'count' as count from event where company_id = $1 and type = 'privacy.TICKETS_CLEARED' order by seq`,
      [story.harbour.id],
    );
    expect(events.rows.map((row) => row.count)).toEqual(['1000', '203', '1']);
    expect(await expiredRecords(house, admin)).toEqual([]);
    expect(await sweepExpired(house, admin)).toEqual([]);
  });

  test('Q-24 · files go with their tickets: names in the same step, bytes by a job', async () => {
    const { rows } = await house.database.superuser.query<{ id: string }>('select id, state, name from attachment');
    expect(rows).toEqual([{ id: expect.any(String), state: 'REMOVED', name: '已清除' }]);
    const jobs = await house.database.superuser.query(
      `select data ->> 'rowId' as id from pgboss.job where name = 'remove-file'`,
    );
    expect(jobs.rows).toEqual([{ id: rows[0]?.id }]);
  });

  test('Q-24 · entries of the contact log that no ticket came of are cleared by their receipt, with the term of repairs', async () => {
    const { superuser } = house.database;
    await superuser.query(
      `insert into contact (company_id, id, estate_id, number, channel, stage, version, received_at, received_by_id,
                            caller_name, caller_phone, room, customer_id, intent, content, feedback)
       select $1, gen_random_uuid(), $2, 'L' || year, 'PHONE', 'ANSWERED', 1, make_timestamptz(year, 1, 2, 0, 0, 0), $3,
              'KANARI', '13800000001', 'KANARI', $4, 'KANARI', 'KANARI', 'KANARI' from unnest(array[2014, 2024]) year`,
      [
        story.harbour.id,
        story.harbour.e01.id,
        story.harbour.e01.staff['FRONT_DESK']!.subjectId,
        story.harbour.e01.resident.subjectId,
      ],
    );
    expect((await sweepExpired(house, admin)).map(({ estateCode, kind, count }) => [estateCode, kind, count])).toEqual([
      ['E01', 'CONTACT', 1],
    ]);
    const { rows } = await superuser.query(
      `select number, intent, caller_name, caller_phone_reversed as phone, room, content, feedback, customer_id is null as unlinked,
              redacted_at is not null as cleared from contact where company_id = $1 order by number`,
      [story.harbour.id],
    );
    const gone = { caller_name: null, phone: null, room: null, content: null, unlinked: true, cleared: true };
    const there = {
      caller_name: 'KANARI',
      phone: '10000000831',
      room: 'KANARI',
      content: 'KANARI',
      unlinked: false,
      cleared: false,
    };
    expect(rows).toEqual([
      { number: 'L2014', intent: '已清除', feedback: '已清除', ...gone },
      { number: 'L2024', intent: 'KANARI', feedback: 'KANARI', ...there },
    ]);
    expect(await sweepExpired(house, admin)).toEqual([]);
  });

  test('Q-24 · visits are cleared by the day on which they took place, with what was said, found and to be put right because of them', async () => {
    const { superuser } = house.database;
    const { e01 } = story.harbour;
    await superuser.query(
      `with cycle as (insert into visit_cycle (company_id, id, estate_id, number, seed, started_at, occupied)
                      values ($1, gen_random_uuid(), $2, 1, 'seed', now(), 3) returning id),
            visit as (insert into owner_visit (company_id, id, estate_id, unit_id, customer_id, cycle_id, organiser, stage, sampled, visited_at,
                             in_quiet_hours, quiet_hours_reason, unannounced, repeated, by_other_post, counts, satisfaction, version)
                      select $1, gen_random_uuid(), $2, $3, $4, cycle.id, 'ESTATE', 'REVIEWED', false, make_timestamptz(year, 1, 2, 0, 0, 0), true,
                             'KANARI', false, false, false, true, 'SATISFIED', 1 from cycle, unnest(array[2014, 2024]) year returning id),
            item as (insert into visit_item (company_id, id, estate_id, visit_id, position, topic, kind, text, feedback, feedback_owed)
                     select $1, gen_random_uuid(), $2, id, 1, 'OTHER', 'OPINION', 'KANARI', 'KANARI', true from visit returning id),
            checked as (insert into visit_check (company_id, id, estate_id, visit_id, took_place, accurate, in_uniform, kept_to_the_matter, finding, checked_by_id, checked_at, version)
                        select $1, gen_random_uuid(), $2, id, true, true, true, false, 'KANARI', $5, now(), 1 from visit),
            action as (insert into corrective_action (company_id, id, estate_id, kind, source_kind, source_id, stage, problem, raised_by_id, raised_at, reopenings, postponements, version)
                       select $1, gen_random_uuid(), $2, 'CORRECTIVE', 'OWNER_VISIT', id, 'RAISED', 'KANARI', $5, now(), 0, 0, 1 from visit)
       insert into obligation (company_id, id, estate_id, kind, subject_kind, subject_id, owner_post, state, owed_since, due_at, settled_at, waive_reason, version)
       select $1, gen_random_uuid(), $2, 'VISIT_FEEDBACK', 'VISIT_ITEM', id, 'STEWARD', 'WAIVED', now(), now(), now(), 'KANARI', 2 from item`,
      [story.harbour.id, e01.id, e01.units[0].id, e01.resident.subjectId, e01.staff['SERVICE_MANAGER']!.subjectId],
    );
    expect((await sweepExpired(house, admin)).map(({ estateCode, kind, count }) => [estateCode, kind, count])).toEqual([
      ['E01', 'OWNER_VISIT', 1],
    ]);
    const { rows } = await superuser.query(
      `select v.customer_id is null as unlinked, v.redacted_at is not null as cleared, v.satisfaction, v.counts, v.quiet_hours_reason as why,
              i.text, i.feedback, k.finding, a.problem, o.waive_reason as waived
         from owner_visit v join visit_item i on i.visit_id = v.id join visit_check k on k.visit_id = v.id
         join corrective_action a on a.source_id = v.id join obligation o on o.subject_id = i.id
        where v.company_id = $1 order by v.visited_at`,
      [story.harbour.id],
    );
    const words = (word: string) => ({ text: word, feedback: word, finding: word, problem: word, waived: word });
    expect(rows).toEqual([
      { ...words('已清除'), why: null, unlinked: true, cleared: true, satisfaction: 'SATISFIED', counts: true },
      { ...words('KANARI'), why: 'KANARI', unlinked: false, cleared: false, satisfaction: 'SATISFIED', counts: true },
    ]);
    const events = await superuser.query(`select facts from event where type = 'privacy.VISITS_CLEARED'`);
    expect(events.rows).toEqual([{ facts: { count: 1, visitedBefore: '2021-03-02T08:00:00.000Z' } }]);
    expect(await sweepExpired(house, admin)).toEqual([]);
  });

  test('Q-24 · only who manages the company may sweep', async () => {
    const manager = await principalOf(house, story.harbour.e01.staff['ESTATE_MANAGER']!);
    const input = { estateId: story.harbour.e01.id, kind: 'REPAIR', closedBefore: NOW } as const;
    await expect(runCommand(house, manager, clearExpiredTickets, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('Q-24 · the company sets for how many years records are kept', async () => {
    await house.database.superuser.query(
      `insert into policy_version (company_id, id, key, version, effective_from, value, estates_may_override, reason, set_by, set_at)
       values ($1, gen_random_uuid(), 'Q-24', 1, '2026-03-02', '{"complaints": 5, "repairs": 4, "dunningAfterClaim": 0}', true, 'space', $2, now())`,
      [story.harbour.id, admin.subjectId],
    );
    const found = await expiredRecords(house, admin);
    expect(found.map(({ estateCode, kind, count }) => [estateCode, kind, count])).toEqual([['E01', 'REPAIR', 2]]);
  });
});

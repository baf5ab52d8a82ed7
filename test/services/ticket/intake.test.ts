import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand } from '../../../src/services/command/run-command.js';
import { reportRepair } from '../../../src/services/ticket/report-repair.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

describe('an order is marked by who took it, and whether the desk was staffed', () => {
  let house: TestHouse;
  let story: Story;

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => new Date('2026-11-22T16:00:00Z') } });
    story = await tellStory(house.database);
    const { harbour } = story;
    const open = { from: '09:00', to: '18:00' };
    const week = Object.fromEntries(['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'].map((day) => [day, [open]]));
    const set = (estateId: string | null, from: string, version: number, value: object): Promise<unknown> =>
      house.database.superuser.query(
        `insert into policy_version (company_id, id, key, estate_id, version, effective_from, value, estates_may_override, reason, set_by, set_at)
         values ($1, gen_random_uuid(), 'D-08', $2, $3, $4, $5, true, 'as agreed', $6, now())`,
        [harbour.id, estateId, version, from, JSON.stringify(value), harbour.staff['COMPANY_ADMIN']!.subjectId],
      );
    await set(null, '2026-01-01', 1, { weekdays: week, holidays: 'CLOSED', makeUpDays: 'AS_WEEKDAY', dates: {} });
    await set(harbour.e01.id, '2026-11-20', 1, {
      weekdays: { ...week, FRI: [{ from: '20:00', to: '02:00' }] },
      holidays: 'CLOSED',
      makeUpDays: 'AS_WEEKDAY',
      dates: {},
    });
    await house.database.superuser.query(
      `insert into calendar_day (company_id, id, estate_id, day, version, working, name, set_by, set_at)
       values ($1, gen_random_uuid(), null, '2026-11-11', 1, false, '司庆日', $2, now())`,
      [harbour.id, harbour.staff['COMPANY_ADMIN']!.subjectId],
    );
  });
  afterAll(() => house.close());

  const report = async (person: StoryPerson, occurredAt: string, over: object = {}): Promise<unknown> => {
    const { e01 } = story.harbour;
    const input = { estateId: e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'a tap drips' } as const;
    const { ticketId } = await runCommand(house, await principalOf(house, person), reportRepair, {
      ...input,
      occurredAt: new Date(occurredAt),
      ...over,
    });
    const { rows } = await house.database.superuser.query<Record<string, unknown>>(
      `select t.at_night, t.taken_by, e.facts from ticket t join event e on e.subject_id = t.id where t.id = $1`,
      [ticketId],
    );
    const { at_night, taken_by, facts } = rows[0] as Record<string, unknown>;
    expect(facts).toMatchObject({ atNight: at_night, takenBy: taken_by });
    return [at_night, taken_by];
  };

  test.each([
    ['2026-11-10T09:00:00+08:00', false], // the opening minute is day
    ['2026-11-10T17:59:59+08:00', false],
    ['2026-11-10T18:00:00+08:00', true], // the closing one is night
    ['2026-11-10T08:59:59+08:00', true],
    ['2026-11-11T10:00:00+08:00', true], // a day that the company has declared free
    ['2026-11-20T10:00:00+08:00', true], // from this day on by the estate's own hours: a night shift on Friday
    ['2026-11-20T20:00:00+08:00', false],
    ['2026-11-21T01:59:59+08:00', false], // Friday's shift, after midnight
    ['2026-11-21T02:00:00+08:00', true],
  ])('D-08 · at %s it is night: %s', async (at, night) => {
    expect(await report(story.harbour.e01.staff['FRONT_DESK']!, at)).toEqual([night, 'DESK']);
  });

  test('D-08, D-30 · residents go by the same hours, although they set none', async () => {
    const { e01 } = story.harbour;
    const own = { unitId: e01.units[0].id, channel: 'APP' };
    expect(await report(e01.resident, '2026-11-20T10:00:00+08:00', own)).toEqual([true, 'RESIDENT']);
    expect(await report(e01.resident, '2026-11-20T20:00:00+08:00', own)).toEqual([false, 'RESIDENT']);
  });

  test('R-RPR-06 · the control room at night, and others who report what they met', async () => {
    const { staff } = story.harbour.e01;
    expect(await report(staff['CONTROL_ROOM']!, '2026-11-18T23:00:00+08:00')).toEqual([true, 'CONTROL_ROOM']);
    expect(await report(staff['TECHNICIAN']!, '2026-11-18T11:00:00+08:00')).toEqual([false, 'STAFF']);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand, type CommandInput, type UseCase } from '../../../src/services/command/run-command.js';
import { acceptRepair } from '../../../src/services/ticket/accept-repair.js';
import { cancelTicket } from '../../../src/services/ticket/cancel-ticket.js';
import { completeRepair } from '../../../src/services/ticket/complete-repair.js';
import { forwardRepair } from '../../../src/services/ticket/forward-repair.js';
import { reportRepair } from '../../../src/services/ticket/report-repair.js';
import type { ReportedRepair } from '../../../src/services/ticket/steps/open-repair.js';
import { startRepair } from '../../../src/services/ticket/start-repair.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { staffAreTold } from '../../support/staff-told.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

/** Ten in the morning in Shanghai: the desk is staffed. */
const DAYTIME = new Date('2026-06-10T02:00:00Z');

describe('who is told of a repair', () => {
  let house: TestHouse;
  let story: Story;
  let e01: Story['harbour']['e01'];

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => DAYTIME } });
    story = await tellStory(house.database);
    e01 = story.harbour.e01;
  });
  afterAll(() => house.close());

  const staff = (role: string): StoryPerson => e01.staff[role]!;
  const run = async <I extends CommandInput, R extends object>(person: StoryPerson, useCase: UseCase<I, R>, input: I) =>
    runCommand(house, await principalOf(house, person), useCase, input);
  const report = (over: Partial<ReportedRepair> = {}, person = staff('FRONT_DESK')) =>
    run(person, reportRepair, {
      estateId: e01.id,
      unitId: e01.units[0].id,
      customerId: e01.resident.subjectId,
      channel: 'PHONE',
      urgency: 'ORDINARY',
      subject: 'a tap drips',
      ...over,
    });
  const told = async (ticketId: string): Promise<{ kind: string; who: string }[]> => {
    await staffAreTold(house, story.harbour.id);
    const { rows } = await house.database.superuser.query<{ kind: string; who: string }>(
      'select kind, recipient_id as who from notification where subject_id = $1 order by id',
      [ticketId],
    );
    return rows;
  };
  const kinds = async (ticketId: string, who: StoryPerson): Promise<string[]> =>
    (await told(ticketId)).filter((row) => row.who === who.subjectId).map((row) => row.kind);

  test('R-RPR-03 · R-RPR-07 · D-30 · the resident is told when the report is taken, accepted, on site and done', async () => {
    const { ticketId } = await report();
    await run(staff('FRONT_DESK'), forwardRepair, { ticketId });
    await run(staff('TECHNICIAN'), acceptRepair, { ticketId });
    await run(staff('TECHNICIAN'), startRepair, { ticketId });
    await run(staff('TECHNICIAN'), completeRepair, { ticketId });
    expect(await kinds(ticketId, e01.resident)).toEqual([
      'REPAIR_TAKEN',
      'REPAIR_ASSIGNED',
      'REPAIR_ON_SITE',
      'REPAIR_DONE',
    ]);
    expect(
      (await told(ticketId)).filter((row) => ![e01.resident, staff('TECHNICIAN')].some((p) => p.subjectId === row.who)),
    ).toEqual([]);
  });

  test('R-RPR-01 · a resident has a receipt of the own report, and is not told of the own cancellation', async () => {
    const { ticketId } = await report({ channel: 'APP', customerId: null }, e01.resident);
    await run(e01.resident, cancelTicket, { ticketId, reason: 'it stopped' });
    expect(await kinds(ticketId, e01.resident)).toEqual(['REPAIR_TAKEN']);
    const other = await report();
    await run(staff('FRONT_DESK'), cancelTicket, { ticketId: other.ticketId, reason: 'reported twice' });
    expect(await kinds(other.ticketId, e01.resident)).toEqual(['REPAIR_TAKEN', 'REPAIR_CANCELLED']);
  });

  test('D-30 · a report that was born for no occupancy tells no resident', async () => {
    const { ticketId } = await report({ customerId: null });
    expect(await told(ticketId)).toEqual([]);
  });

  test('R-RPR-05 · R-RPR-08 · a forwarded repair tells the technicians of the estate, an emergency the head too', async () => {
    const ordinary = await report({ customerId: null });
    await run(staff('FRONT_DESK'), forwardRepair, { ticketId: ordinary.ticketId });
    expect(await told(ordinary.ticketId)).toEqual([{ kind: 'REPAIR_FORWARDED', who: staff('TECHNICIAN').subjectId }]);
    const emergency = await report({ customerId: null, urgency: 'EMERGENCY' });
    await run(staff('FRONT_DESK'), forwardRepair, { ticketId: emergency.ticketId });
    expect((await told(emergency.ticketId)).map((row) => row.who).sort()).toEqual(
      [staff('TECHNICIAN').subjectId, staff('ENGINEERING_HEAD').subjectId].sort(),
    );
  });

  test('all who are told at once are told by one event, which names nobody', async () => {
    const { ticketId } = await report({ customerId: null, urgency: 'EMERGENCY' });
    const { seq } = await run(staff('FRONT_DESK'), forwardRepair, { ticketId });
    await staffAreTold(house, story.harbour.id);
    const { rows } = await house.database.superuser.query(
      'select type, facts, occupancy_id, visibility from event where company_id = $1 and seq > $2',
      [story.harbour.id, seq],
    );
    expect(rows).toEqual([
      {
        type: 'notification.TOLD',
        facts: { kind: 'REPAIR_FORWARDED', aboutId: ticketId, people: 2 },
        occupancy_id: null,
        visibility: 'INTERNAL',
      },
    ]);
  });

  test('what is refused tells nobody, and a repeated command tells once', async () => {
    const commandId = crypto.randomUUID();
    const { ticketId } = await report({ commandId });
    await report({ commandId });
    await expect(run(staff('TECHNICIAN'), startRepair, { ticketId })).rejects.toMatchObject({ code: 'RULE_REFUSED' });
    expect(await kinds(ticketId, e01.resident)).toEqual(['REPAIR_TAKEN']);
  });
});

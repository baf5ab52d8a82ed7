import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acceptRepair } from '../../../src/services/ticket/accept-repair.js';
import { carryOverRepair } from '../../../src/services/ticket/carry-over-repair.js';
import { cancelTicket } from '../../../src/services/ticket/cancel-ticket.js';
import { completeRepair } from '../../../src/services/ticket/complete-repair.js';
import { forwardRepair } from '../../../src/services/ticket/forward-repair.js';
import { reportRepair } from '../../../src/services/ticket/report-repair.js';
import type { ReportedRepair } from '../../../src/services/ticket/steps/open-repair.js';
import { startRepair } from '../../../src/services/ticket/start-repair.js';
import type { TicketStepResult } from '../../../src/services/ticket/steps/take-ticket-step.js';
import { runCommand, type CommandInput, type UseCase } from '../../../src/services/command/run-command.js';
import { newId } from '../../../src/entities/new-id.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const NOW = new Date('2026-11-22T08:00:00Z');
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);

describe('a repair', () => {
  let house: TestHouse;
  let story: Story;
  let e01: Story['harbour']['e01'];

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => NOW } });
    story = await tellStory(house.database);
    e01 = story.harbour.e01;
  });
  afterAll(() => house.close());

  const staff = (role: string): StoryPerson => e01.staff[role]!;
  const run = async <I extends CommandInput>(
    person: StoryPerson,
    useCase: UseCase<I, TicketStepResult>,
    input: I,
  ): Promise<TicketStepResult> => runCommand(house, await principalOf(house, person), useCase, input);
  const report = (over: Partial<ReportedRepair> = {}): ReportedRepair => ({
    estateId: e01.id,
    channel: 'PHONE',
    urgency: 'ORDINARY',
    subject: 'a tap drips',
    ...over,
  });
  const rowOf = async (ticketId: string): Promise<Record<string, unknown>> => {
    const { rows } = await house.database.superuser.query<Record<string, unknown>>(
      'select * from ticket where id = $1',
      [ticketId],
    );
    return rows[0] ?? {};
  };
  const eventsOf = async (ticketId: string): Promise<Record<string, unknown>[]> => {
    const { rows } = await house.database.superuser.query<Record<string, unknown>>(
      'select * from event where subject_id = $1 order by seq',
      [ticketId],
    );
    return rows;
  };
  const reported = async (): Promise<string> => (await run(staff('FRONT_DESK'), reportRepair, report())).ticketId;

  test('R-RPR-01 · goes from report to completion, each step with its instant, version and event', async () => {
    const { ticketId } = await run(
      staff('FRONT_DESK'),
      reportRepair,
      report({ unitId: e01.units[0].id, customerId: e01.resident.subjectId, occurredAt: minutesAgo(60) }),
    );
    await run(staff('FRONT_DESK'), forwardRepair, { ticketId, occurredAt: minutesAgo(58), expectedVersion: 1 });
    await run(staff('TECHNICIAN'), acceptRepair, { ticketId, occurredAt: minutesAgo(57) });
    await run(staff('TECHNICIAN'), startRepair, { ticketId, occurredAt: minutesAgo(45) });
    const done = await run(staff('TECHNICIAN'), completeRepair, { ticketId });
    expect(done.version).toBe(5);
    expect(await rowOf(ticketId)).toMatchObject({
      number: expect.stringMatching(/^E01-R26-\d{5}$/),
      stage: 'COMPLETED',
      phase: 'RESOLVED',
      version: 5,
      visits: 1,
      occupancy_id: e01.resident.occupancyId,
      assignee_id: staff('TECHNICIAN').subjectId,
      reported_at: minutesAgo(60),
      forwarded_at: minutesAgo(58),
      accepted_at: minutesAgo(57),
      started_at: minutesAgo(45),
      completed_at: NOW,
      closed_at: null,
    });
    const events = await eventsOf(ticketId);
    expect(events.map((event) => [event['type'], event['subject_version'], event['occurred_at']])).toEqual([
      ['ticket.REPAIR_REPORTED', 1, minutesAgo(60)],
      ['ticket.REPAIR_FORWARDED', 2, minutesAgo(58)],
      ['ticket.REPAIR_ACCEPTED', 3, minutesAgo(57)],
      ['ticket.REPAIR_STARTED', 4, minutesAgo(45)],
      ['ticket.REPAIR_COMPLETED', 5, NOW],
    ]);
    for (const event of events)
      expect(event).toMatchObject({
        occupancy_id: e01.resident.occupancyId,
        visibility: 'CUSTOMER',
        estate_id: e01.id,
      });
  });

  test('D-19 · each arrival is a visit, the first one stands', async () => {
    const { ticketId } = await run(staff('FRONT_DESK'), reportRepair, report({ occurredAt: minutesAgo(60) }));
    await run(staff('FRONT_DESK'), forwardRepair, { ticketId, occurredAt: minutesAgo(58) });
    await run(staff('TECHNICIAN'), acceptRepair, { ticketId, occurredAt: minutesAgo(57) });
    await run(staff('TECHNICIAN'), startRepair, { ticketId, occurredAt: minutesAgo(50) });
    expect(await rowOf(ticketId)).toMatchObject({ visits: 1, started_at: minutesAgo(50) });
    const left = { ticketId, outcome: 'PARTS_AWAITED', reason: 'a valve', occurredAt: minutesAgo(30) } as const;
    await run(staff('TECHNICIAN'), carryOverRepair, left);
    await expect(run(staff('TECHNICIAN'), startRepair, { ticketId, occurredAt: minutesAgo(31) })).rejects.toMatchObject(
      { code: 'INVALID_INPUT', facts: { path: 'input.occurredAt', after: 'leftAt' } },
    );
    await run(staff('TECHNICIAN'), startRepair, { ticketId, occurredAt: minutesAgo(10) });
    expect(await rowOf(ticketId)).toMatchObject({ visits: 2, started_at: minutesAgo(50) });
    expect((await eventsOf(ticketId)).at(-1)).toMatchObject({ facts: { visits: 2 }, occurred_at: minutesAgo(10) });
  });

  test('R-RPR-06 · the control room takes a report down and passes it on', async () => {
    const { ticketId } = await run(staff('CONTROL_ROOM'), reportRepair, report({ urgency: 'EMERGENCY' }));
    await run(staff('CONTROL_ROOM'), forwardRepair, { ticketId });
    expect(await rowOf(ticketId)).toMatchObject({ stage: 'FORWARDED', urgency: 'EMERGENCY', forwarded_at: NOW });
  });

  test('R-RPR-03 · each estate counts its own numbers without gap', async () => {
    const first = await rowOf((await run(e01.staff['FRONT_DESK']!, reportRepair, report())).ticketId);
    const second = await rowOf((await run(e01.staff['FRONT_DESK']!, reportRepair, report())).ticketId);
    const elsewhere = await rowOf(
      (await run(story.harbour.e02.staff['FRONT_DESK']!, reportRepair, report({ estateId: story.harbour.e02.id })))
        .ticketId,
    );
    const count = (row: Record<string, unknown>): number => Number(String(row['number']).slice(-5));
    expect(count(second)).toBe(count(first) + 1);
    expect(elsewhere['number']).toBe('E02-R26-00001');
  });

  test('R-RPR-03 · personal data and words stay in the ticket, out of the event log', async () => {
    const { ticketId } = await run(
      staff('FRONT_DESK'),
      reportRepair,
      report({
        contactName: 'canary-name',
        contactPhone: 'canary-phone',
        subject: 'canary-subject',
        description: 'canary-text',
      }),
    );
    await run(staff('FRONT_DESK'), cancelTicket, { ticketId, reason: 'canary-reason' });
    expect(await rowOf(ticketId)).toMatchObject({ contact_name: 'canary-name', cancel_reason: 'canary-reason' });
    expect(JSON.stringify(await eventsOf(ticketId))).not.toContain('canary');
    const claims = await house.database.superuser.query('select * from command_claim');
    expect(JSON.stringify(claims.rows)).not.toContain('canary');
  });

  test('R-RPR-03 · unit and customer must lie in the estate', async () => {
    const { e02 } = story.harbour;
    for (const [over, what] of [
      [{ unitId: e02.units[0].id }, 'unit'],
      [{ unitId: story.cedar.e01.units[0].id }, 'unit'],
      [{ unitId: 'nonsense' }, 'unit'],
      [{ customerId: e02.resident.subjectId }, 'customer'],
      [{ estateId: story.cedar.e01.id }, 'estate'],
      [{ estateId: e02.id }, 'estate'],
      [{ estateId: 'nonsense' }, 'estate'],
    ] as const)
      await expect(run(staff('FRONT_DESK'), reportRepair, report(over))).rejects.toMatchObject({
        code: 'NOT_FOUND',
        facts: { what },
      });
  });

  test('D-30 · a report belongs to the occupancy that the customer had on that day, or to nobody', async () => {
    const unitId = e01.units[1].id;
    const occupancyIdOf = async (over: Partial<ReportedRepair>): Promise<unknown> =>
      (await rowOf((await run(staff('FRONT_DESK'), reportRepair, report(over))).ticketId))['occupancy_id'];
    const then = new Date('2023-12-31T15:59:59Z');
    const after = new Date('2023-12-31T16:00:00Z');
    const former = { unitId, customerId: e01.former.subjectId };
    expect(await occupancyIdOf({ ...former, occurredAt: then })).toBe(e01.former.occupancyId);
    expect(await occupancyIdOf({ ...former, occurredAt: after })).toBeNull();
    expect(await occupancyIdOf({ unitId, customerId: e01.next.subjectId, occurredAt: after })).toBe(
      e01.next.occupancyId,
    );
    expect(await occupancyIdOf({ unitId, customerId: e01.next.subjectId, occurredAt: then })).toBeNull();
    expect(await occupancyIdOf({ unitId })).toBeNull();
    expect(await occupancyIdOf({ customerId: e01.next.subjectId })).toBeNull();
  });

  test('D-30 · a resident reports by APP for a unit held today, in the own name only', async () => {
    const mine = report({ unitId: e01.units[0].id, channel: 'APP' });
    const { ticketId } = await run(e01.resident, reportRepair, mine);
    expect(await rowOf(ticketId)).toMatchObject({
      occupancy_id: e01.resident.occupancyId,
      customer_id: e01.resident.subjectId,
      channel: 'APP',
      number: expect.stringMatching(/^E01-R26-/),
    });
    await expect(run(e01.resident, reportRepair, { ...mine, unitId: null })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { path: 'input.unitId' },
    });
    await expect(run(e01.resident, reportRepair, { ...mine, channel: 'PHONE' })).rejects.toMatchObject({
      facts: { path: 'input.channel' },
    });
    for (const [person, over] of [
      [e01.resident, { unitId: e01.units[1].id }],
      [e01.resident, { customerId: e01.next.subjectId }],
      [e01.former, { unitId: e01.units[1].id }],
      [e01.former, { unitId: e01.units[1].id, occurredAt: new Date('2023-06-01T00:00:00Z') }],
      [e01.next, { unitId: e01.units[1].id, occurredAt: new Date('2023-06-01T00:00:00Z') }],
    ] as const)
      await expect(run(person, reportRepair, { ...mine, ...over })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('D-30 · a resident cancels the own ticket before somebody comes, and no other', async () => {
    const mine = async (): Promise<string> =>
      (await run(e01.resident, reportRepair, report({ unitId: e01.units[0].id, channel: 'APP' }))).ticketId;
    const ticketId = await mine();
    await run(staff('FRONT_DESK'), forwardRepair, { ticketId });
    await expect(run(e01.next, cancelTicket, { ticketId, reason: 'no' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await run(e01.resident, cancelTicket, { ticketId, reason: 'it works again' });
    expect(await rowOf(ticketId)).toMatchObject({ stage: 'CANCELLED', phase: 'CANCELLED', closed_at: NOW });
    const accepted = await mine();
    await run(staff('FRONT_DESK'), forwardRepair, { ticketId: accepted });
    await run(staff('TECHNICIAN'), acceptRepair, { ticketId: accepted });
    await run(staff('TECHNICIAN'), startRepair, { ticketId: accepted });
    await expect(run(e01.resident, cancelTicket, { ticketId: accepted, reason: 'no' })).rejects.toMatchObject({
      code: 'RULE_REFUSED',
      facts: {
        rule: 'R-RPR-01',
        stage: 'ON_SITE',
        verb: 'cancel',
        allowed: expect.arrayContaining(['handOver', 'carryOver', 'complete', 'decline']),
      },
    });
    await run(staff('TECHNICIAN'), carryOverRepair, {
      ticketId: accepted,
      outcome: 'NO_ACCESS',
      reason: 'nobody home',
    });
    await expect(run(e01.resident, cancelTicket, { ticketId: accepted, reason: 'no' })).rejects.toMatchObject({
      code: 'RULE_REFUSED',
      facts: { rule: 'R-RPR-01', visits: 1 },
    });
    await expect(run(e01.resident, forwardRepair, { ticketId: accepted })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('R-RPR-02 · a named technician holds an Engineering role that reaches the estate', async () => {
    const { e02 } = story.harbour;
    const forwarded = async (): Promise<string> => {
      const ticketId = await reported();
      await run(staff('FRONT_DESK'), forwardRepair, { ticketId });
      return ticketId;
    };
    const ticketId = await forwarded();
    const accept = (technicianId: string): Promise<TicketStepResult> =>
      run(staff('ENGINEERING_HEAD'), acceptRepair, { ticketId, technicianId });
    await expect(accept(staff('STEWARD').subjectId)).rejects.toMatchObject({
      code: 'RULE_REFUSED',
      facts: { rule: 'R-RPR-02' },
    });
    await expect(accept(e02.staff['TECHNICIAN']!.subjectId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(accept(story.cedar.e01.staff['TECHNICIAN']!.subjectId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(accept('nonsense')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await accept(staff('TECHNICIAN').subjectId);
    expect(await rowOf(ticketId)).toMatchObject({ assignee_id: staff('TECHNICIAN').subjectId, stage: 'ACCEPTED' });
  });

  test('D-11 · an Engineering role over the whole company or over a group reaches the estate', async () => {
    const sql = house.database.superuser;
    const groupId = newId();
    await sql.query(`insert into estate_group (company_id, id, kind, name) values ($1, $2, 'REGION', 'east')`, [
      story.harbour.id,
      groupId,
    ]);
    const hire = async (group: string | null): Promise<string> => {
      const staffId = newId();
      await sql.query(
        `insert into staff (company_id, id, display_name, created_at, version) values ($1, $2, 'roving', now(), 1)`,
        [story.harbour.id, staffId],
      );
      await sql.query(
        `insert into role_assignment (company_id, id, staff_id, role, group_id, created_at) values ($1, $2, $3, 'TECHNICIAN', $4, now())`,
        [story.harbour.id, newId(), staffId, group],
      );
      return staffId;
    };
    const [everywhere, inGroup] = [await hire(null), await hire(groupId)];
    const accept = async (technicianId: string): Promise<TicketStepResult> => {
      const ticketId = await reported();
      await run(staff('FRONT_DESK'), forwardRepair, { ticketId });
      return run(staff('ENGINEERING_HEAD'), acceptRepair, { ticketId, technicianId });
    };
    await accept(everywhere);
    await expect(accept(inGroup)).rejects.toMatchObject({ code: 'RULE_REFUSED', facts: { rule: 'R-RPR-02' } });
    await sql.query('insert into estate_group_member (company_id, group_id, estate_id) values ($1, $2, $3)', [
      story.harbour.id,
      groupId,
      e01.id,
    ]);
    await accept(inGroup);
  });

  test('R-RPR-07 · what is impossible is refused, what is late is recorded', async () => {
    const ticketId = await reported();
    await expect(
      run(staff('FRONT_DESK'), forwardRepair, { ticketId, occurredAt: new Date(NOW.getTime() + 300_000) }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', facts: { path: 'input.occurredAt' } });
    await expect(
      run(staff('FRONT_DESK'), forwardRepair, { ticketId, occurredAt: minutesAgo(1) }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', facts: { path: 'input.occurredAt', after: 'reportedAt' } });
    expect(await rowOf(ticketId)).toMatchObject({ stage: 'REPORTED', version: 1 });
    expect(await eventsOf(ticketId)).toHaveLength(1);
  });

  test('R-RPR-02 · Engineering does not forward, the desk does not accept; another estate does not exist', async () => {
    const ticketId = await reported();
    await expect(run(staff('TECHNICIAN'), forwardRepair, { ticketId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      facts: { action: 'repair.forward' },
    });
    await expect(run(staff('FRONT_DESK'), acceptRepair, { ticketId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const stranger of [story.harbour.e02.staff['FRONT_DESK']!, story.cedar.e01.staff['FRONT_DESK']!])
      await expect(run(stranger, forwardRepair, { ticketId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(run(staff('FRONT_DESK'), forwardRepair, { ticketId: 'nonsense' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

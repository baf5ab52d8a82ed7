import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql, type CompiledQuery } from 'kysely';
import { ruleRefused } from '../../src/domain/errors.js';
import { SETTING } from '../../src/entities/fence.js';
import { forwardRepair } from '../../src/services/ticket/forward-repair.js';
import { reportRepair } from '../../src/services/ticket/report-repair.js';
import { runCommand, type UseCase } from '../../src/services/command/run-command.js';
import type { Principal } from '../../src/tenancy/principal.js';
import { ReadMoment } from '../../src/tenancy/read/read-moment.js';
import { sqlFor } from '../../src/tenancy/read/tables.js';
import { sessionVariables } from '../../src/tenancy/session-variables.js';
import { principalOf, tellStory, type Story } from '../support/story.js';
import { openTestHouse, type TestHouse } from '../support/test-house.js';

const ASKED = process.env['PROBE_ROUNDS'];
const ROUNDS = Number(ASKED ?? 3_000);
/** Where no number of rounds is asked for, it ends after this time, though not before all deeds have met. */
const TIME_LIMIT_MS = ASKED === undefined ? 12_000 : Infinity;
const LEAST_ROUNDS = 150;
const TABLES = [
  'company',
  'estate',
  'unit',
  'customer',
  'occupancy',
  'staff',
  'ticket',
  'event',
  'company_head',
] as const;

/** The companies of all rows that can be seen. */
const EVERY_COMPANY = TABLES.map(
  (table) =>
    `select distinct '${table}' as "table", ${table === 'company' ? 'id' : 'company_id'} as company from ${table}`,
).join(' union all ');

interface Asker {
  readonly principal: Principal;
  readonly estateId: string;
  /** A ticket of the other company. */
  readonly foreignTicketId: string;
}

type Deed = (asker: Asker) => Promise<unknown>;

describe('one connection, two companies', () => {
  let house: TestHouse;
  let story: Story;
  let harbour: Asker[];
  let cedar: Asker[];
  const leaks: string[] = [];

  beforeAll(async () => {
    // Beside the connection that listens for hints.
    house = await openTestHouse({ poolSize: 1 });
    story = await tellStory(house.database);
    const ticketOf = async (company: Story['harbour']): Promise<string> => {
      const desk = await principalOf(house, company.e01.staff['FRONT_DESK']!);
      return (await runCommand(house, desk, reportRepair, repairOn(company.e01.id))).ticketId;
    };
    const tickets = { harbour: await ticketOf(story.harbour), cedar: await ticketOf(story.cedar) };
    const askers = (company: Story['harbour'], foreignTicketId: string): Promise<Asker[]> =>
      Promise.all(
        [company.e01.staff['FRONT_DESK']!, company.staff['COMPANY_ADMIN']!, company.e01.resident].map(
          async (person) => ({
            principal: await principalOf(house, person),
            estateId: company.e01.id,
            foreignTicketId,
          }),
        ),
      );
    harbour = await askers(story.harbour, tickets.cedar);
    cedar = await askers(story.cedar, tickets.harbour);
  });
  afterAll(() => house.close());

  const repairOn = (estateId: string) =>
    ({ estateId, channel: 'PHONE', urgency: 'ORDINARY', subject: 'a tap drips' }) as const;

  const momentOf = ({ principal }: Asker): ReadMoment =>
    new ReadMoment(house.pool, sessionVariables(principal), principal.companyId);
  const during = async (asker: Asker, work: (moment: ReadMoment) => Promise<unknown>): Promise<void> => {
    const moment = momentOf(asker);
    try {
      await work(moment);
    } catch {
      // What fails is part of the attack; what stays behind is looked at afterwards.
    } finally {
      await moment.finish();
    }
  };
  const raw = <R>(text: string): CompiledQuery<R> => sql<R>`${sql.raw(text)}`.compile(sqlFor);
  const command = <R extends object>(
    asker: Asker,
    useCase: UseCase<{ readonly commandId?: string }, R>,
    commandId?: string,
  ) => runCommand(house, asker.principal, useCase, commandId === undefined ? {} : { commandId }).catch(() => undefined);

  /** Cancels whatever the program sleeps in until it has stopped. */
  const cancelUntil = async (sleeping: Promise<unknown>): Promise<void> => {
    const state = { awake: false };
    const woken = sleeping.catch(() => undefined).finally(() => (state.awake = true));
    while (!state.awake) {
      await house.database.superuser.query(
        `select pg_cancel_backend(pid) from pg_stat_activity
          where datname = current_database() and usename = 'guanjia_api' and state = 'active' and query like '%pg_sleep(30)%'`,
      );
    }
    await woken;
  };

  /** Reads everything without any predicate: whatever is not the asker's own is a leak. */
  const look: Deed = (asker) =>
    during(asker, async (moment) => {
      const rows = await moment.read(raw<{ table: string; company: string }>(EVERY_COMPANY));
      for (const { table, company } of rows)
        if (company !== asker.principal.companyId) leaks.push(`${table} showed a row of ${company}`);
      const settings = await moment.read(
        raw<{ company: string }>(`select current_setting('${SETTING.company}') as company`),
      );
      if (settings[0]?.company !== asker.principal.companyId) leaks.push('settings of another request');
    });

  const deeds: Readonly<Record<string, Deed>> = {
    look,
    'a read that fails': (asker) =>
      during(asker, async (moment) => {
        await moment.read(raw('select 1 / 0')).catch(() => undefined);
        await moment.read(raw('select 1'));
      }),
    'a read that takes too long': (asker) =>
      during(asker, async (moment) => {
        await moment.read(raw('set local statement_timeout = 1'));
        await moment.read(raw('select pg_sleep(1)'));
      }),
    'a read that is cancelled': (asker) =>
      during(asker, (moment) => cancelUntil(moment.read(raw('select pg_sleep(30)')))),
    'a moment left halfway': async (asker) => {
      const moment = momentOf(asker);
      const reads = TABLES.map((table) => moment.read(raw(`select * from ${table}`)).catch(() => undefined));
      await moment.finish();
      await Promise.all(reads);
    },
    'a moment left at once': async (asker) => {
      const moment = momentOf(asker);
      const reading = moment.read(raw('select 1 / 0')).catch(() => undefined);
      await Promise.all([moment.finish(), moment.finish(), reading]);
    },
    'a command that is done': (asker) =>
      runCommand(house, asker.principal, reportRepair, repairOn(asker.estateId)).catch(() => undefined),
    'a command on a row of the other company': async (asker) => {
      const done = await runCommand(house, asker.principal, forwardRepair, { ticketId: asker.foreignTicketId }).catch(
        () => null,
      );
      if (done) leaks.push('a command has changed a row of the other company');
    },
    'a command that is refused and kept': (asker) =>
      command(
        asker,
        () => {
          throw ruleRefused('R-ORG-78', 'no');
        },
        crypto.randomUUID(),
      ),
    'a command whose statement fails': (asker) => command(asker, (ctx) => ctx.em.execute('select 1 / 0')),
    'a command that takes too long': (asker) =>
      command(asker, async (ctx) => {
        await ctx.em.execute('set local statement_timeout = 1');
        return ctx.em.execute('select pg_sleep(1)');
      }),
    'a command that is cancelled': (asker) =>
      cancelUntil(command(asker, (ctx) => ctx.em.execute('select pg_sleep(30)'))),
  };

  /** What stands on the connection between transactions: nothing of anybody. */
  const between = async (): Promise<void> => {
    const settings = Object.values(SETTING).map((name) => `coalesce(current_setting('${name}', true), '')`);
    const counts = TABLES.map((table) => `(select count(*) from ${table})`);
    const { rows } = await house.pool.query<{
      left: string;
      seen: number;
      role: string;
      idle: boolean;
      timeout: string;
    }>(
      `select ${settings.join(' || ')} as left, (${counts.join(' + ')})::int as seen, current_user::text as role,
              now() = statement_timestamp() as idle`,
    );
    const state = JSON.stringify(rows[0]);
    if (state !== CLEAN) leaks.push(`between transactions: ${state}`);
  };

  test(
    'R-ORG-78 · failing, cancelled and half-finished work of one leaves nothing behind for the other',
    async () => {
      const names = Object.keys(deeds);
      const done = new Map<string, number>();
      const started = performance.now();
      let round = 0;
      // A fixed walk through all pairs of deeds, a step further each time round.
      for (; round < ROUNDS && leaks.length === 0; round += 1) {
        if (round >= LEAST_ROUNDS && performance.now() - started > TIME_LIMIT_MS) break;
        const lap = Math.floor(round / names.length);
        const chosen = [names[round % names.length]!, names[(round * 5 + lap) % names.length]!];
        for (const name of chosen) done.set(name, (done.get(name) ?? 0) + 1);
        const [first, second] = [harbour[round % 3]!, cedar[lap % 3]!];
        const work = [() => deeds[chosen[0]!]!(first), () => deeds[chosen[1]!]!(second)];
        if (round % 2 === 0) await Promise.all(work.map((deed) => deed()));
        else for (const deed of work) await deed();
        await between();
        await look(round % 2 === 0 ? second : first);
      }
      if (ASKED !== undefined) process.stdout.write(`${round} rounds, ${leaks.length} leaks\n`);
      expect(leaks).toEqual([]);
      expect([...done.keys()].sort()).toEqual([...names].sort());
      await house.relay.stop();
      const { pool } = house;
      // What looks after rights may look once more; then every connection has been given back.
      while (pool.idleCount < pool.totalCount) await pool.query('select 1');
      expect(pool.waitingCount).toBe(0);
      expect(pool.totalCount).toBeLessThanOrEqual(2);
      expect(house.reported).toEqual([]);
    },
    30_000 + ROUNDS * 100,
  );
});

const CLEAN = JSON.stringify({ left: '', seen: 0, role: 'guanjia_api', idle: true });

import { setTimeout as pause } from 'node:timers/promises';

/** So many commands pass between two faults. */
const BETWEEN = 8;
/** Longest time that a client which drops stays away, in milliseconds. */
const LONGEST_AWAY_MS = 400;

/** Does something so many times, with commands between. */
async function repeatedly(stage, times, fault) {
  for (let i = 0; i < times; i += 1) {
    await stage.acknowledged(BETWEEN);
    await fault(i);
  }
  await stage.acknowledged(BETWEEN);
}

/** The numbers say how often a fault happens: small in the suite, full in the bench. */
export const SCENARIOS = [
  {
    name: 'kill -9 of one of two nodes',
    small: 1,
    full: 50,
    disturb: (stage, times) =>
      repeatedly(stage, times, async () => {
        const node = stage.anyNode();
        await node.kill();
        await stage.acknowledged(BETWEEN);
        await node.start();
      }),
  },
  {
    name: 'kill -9 of both nodes at once',
    small: 1,
    full: 20,
    disturb: (stage, times) =>
      repeatedly(stage, times, async () => {
        await Promise.all(stage.nodes.map((node) => node.kill()));
        await Promise.all(stage.nodes.map((node) => node.start()));
      }),
  },
  {
    name: 'clients that drop and return',
    small: 40,
    full: 1_000,
    disturb: async (stage, times) => {
      for (let i = 0; i < times; i += 1) {
        stage.anyFollower().drop(stage.random() * LONGEST_AWAY_MS);
        await stage.acknowledged(1);
      }
    },
  },
  {
    name: 'connections of clients delayed and cut',
    small: 4,
    full: 200,
    disturb: (stage, times) =>
      repeatedly(stage, times, async () => {
        const { clients } = stage.anyNode();
        clients.delay(stage.random() * 30);
        await stage.acknowledged(BETWEEN);
        clients.cut();
        clients.delay(0);
      }),
  },
  {
    name: 'connections of clients half open',
    small: 1,
    full: 50,
    disturb: (stage, times) =>
      repeatedly(stage, times, async () => {
        stage.anyNode().clients.pull();
        await stage.acknowledged(BETWEEN);
        // What a client does that has not heard its socket's ping for too long.
        for (const follower of stage.followers) follower.drop();
      }),
  },
  {
    name: 'connections to the database delayed and cut',
    small: 2,
    full: 100,
    disturb: (stage, times) =>
      repeatedly(stage, times, async () => {
        const { database } = stage.anyNode();
        database.delay(stage.random() * 10);
        await stage.acknowledged(BETWEEN);
        database.cut();
        database.delay(0);
      }),
  },
  {
    name: 'connections to the database half open',
    small: 1,
    full: 20,
    disturb: (stage, times) => repeatedly(stage, times, () => stage.anyNode().database.pull()),
  },
  {
    name: 'every session ended by the database',
    small: 2,
    full: 50,
    disturb: (stage, times) =>
      repeatedly(stage, times, () =>
        stage.database.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and usename = 'guanjia_api'`,
        ),
      ),
  },
  {
    name: 'a command held in its middle while others commit',
    small: 1,
    full: 10,
    disturb: (stage, times) =>
      repeatedly(stage, times, async () => {
        const { companyId } = stage.world;
        const slow = stage.writer();
        const ticketId = await slow.report();
        await holding(
          stage,
          ['select 1 from ticket where company_id = $1 and id = $2 for update', companyId, ticketId],
          async () => {
            const noted = slow.note(ticketId);
            await stage.acknowledged(5 * BETWEEN);
            return () => noted;
          },
        );
      }),
  },
  {
    name: 'the head of the log held for two seconds',
    small: 1,
    full: 10,
    disturb: (stage, times) =>
      repeatedly(stage, times, () =>
        holding(
          stage,
          ['select 1 from company_head where company_id = $1 for update', stage.world.companyId],
          async () => {
            await pause(2_000);
            return () => undefined;
          },
        ),
      ),
  },
];

/** Holds rows in a transaction of its own while something goes on, which says what is to be waited for after the release. */
async function holding(stage, [lock, ...values], meanwhile) {
  const client = await stage.database.connect();
  let outcome = () => undefined;
  try {
    await client.query('begin');
    await client.query(lock, values);
    outcome = await meanwhile();
    await client.query('rollback');
  } finally {
    client.release();
  }
  await outcome();
}

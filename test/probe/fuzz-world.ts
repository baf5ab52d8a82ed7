import { contextMaker } from '../../src/server/context-maker.js';
import { encodeCursor } from '../../src/events/cursor.js';
import type { StoryPerson } from '../support/story.js';
import type { TestServer } from '../support/test-server.js';
import { idAmong } from './attack.js';
import { ATTACKS } from './attacks.js';
import type { RandomOperation } from './random-operation.js';
import type { Pools } from './random-value.js';
import { idsOf } from './victims.js';
import { openProbeWorld, type ProbeWorld } from './world.js';

/** Somebody who asks at random, and what they must not be told. */
interface Asker {
  readonly person: StoryPerson | null;
  readonly token: string | null;
  readonly forbidden: RegExp;
  /** Ids that nobody may tell them unasked. */
  readonly secret: readonly string[];
  readonly pools: Pools & { readonly cursors: string[] };
}

const MAX_CURSORS = 60;
const CURSOR = /"(?:cursor|startCursor|endCursor)":"([^"]+)"/g;

const CODE = /"extensions":\{[^{}]*"code":"(\w+)"|"code":"(INTERNAL|CLOSED_\d+)"/g;

/** Opens a story for random operations; what an earlier one counted goes on. */
export async function openFuzzWorld(earlier?: FuzzWorld): Promise<FuzzWorld> {
  const world = await openProbeWorld({ compareEngines: false, compileAt: 3 });
  const { server, story } = world;
  const victims = await idsOf(server.house, story.harbour.id, story.harbour.e01.id);
  const idsOfE02 = await idsOf(server.house, story.harbour.id, story.harbour.e02.id);
  const idsOfCedar = await idsOf(server.house, story.cedar.id, story.cedar.e01.id);
  const victimIds = [...victims.values()].flat();
  const askers = await Promise.all(
    ATTACKS.map(async (attack) => {
      const person = attack.attacker(story);
      const allowed = new Set((await attack.allowed?.(world)) ?? []);
      const own = person?.companyId === story.cedar.id ? idsOfCedar : idsOfE02;
      const companyId = person?.companyId ?? story.harbour.id;
      return {
        person,
        token: person && (await server.tokenOf(person)),
        forbidden: attack.forbidden,
        secret: victimIds.filter((id) => !allowed.has(id)),
        pools: {
          ownIds: [...[...own.values()].flat(), ...allowed, companyId],
          victimIds: [...victimIds, story.harbour.id],
          cursors: firstCursors(companyId, story.harbour.id),
        },
      };
    }),
  );
  return new FuzzWorld(world, askers, earlier?.verdicts);
}

/** Cursors of the event log: one's own, the victims', ahead of everything, and mangled. */
const firstCursors = (own: string, victim: string): string[] => [
  ...[0, 1, 1_000_000_000, Number.MAX_SAFE_INTEGER].map((seq) => encodeCursor(own, { epoch: 1, seq })),
  encodeCursor(own, { epoch: 4_294_967_295, seq: 0 }),
  encodeCursor(victim, { epoch: 1, seq: 0 }),
  encodeCursor(own, { epoch: 1, seq: 2 ** 64 - 2_048 }),
  'x',
];

/** A server, those who ask it at random, and what came of it. */
export class FuzzWorld {
  readonly server: TestServer;
  readonly #contextOf;

  constructor(
    { server }: ProbeWorld,
    readonly askers: readonly Asker[],
    /** How often which code was answered; `OK` without errors. */
    readonly verdicts = new Map<string, number>(),
  ) {
    this.server = server;
    this.#contextOf = contextMaker(server.house);
  }

  /**
   * Sends an operation, straight to the executor or through HTTP or a socket.
   * @returns what is wrong with the answer; null when nothing is
   */
  async ask(asker: Asker, operation: RandomOperation, overHttp: boolean): Promise<string | null> {
    const { text, variables, kind } = operation;
    const described = (what: string): string =>
      `${what}\n  as ${asker.person?.login ?? 'nobody'}: ${text}\n  variables ${JSON.stringify(variables)}`;
    let told: string;
    try {
      told =
        kind === 'subscription' ? await this.#listen(asker, operation) : await this.#send(asker, operation, overHttp);
    } catch (error) {
      return described(`Not answered: ${String(error)}`);
    }
    const codes = new Set([...told.matchAll(CODE)].map((found) => found[1] ?? found[2] ?? ''));
    for (const code of codes.size > 0 ? codes : ['OK']) this.verdicts.set(code, (this.verdicts.get(code) ?? 0) + 1);
    if (codes.has('INTERNAL')) return described(`INTERNAL: ${this.#cause(told)}`);
    if (/GRAPHQL_VALIDATION_FAILED|Syntax Error/.test(told)) return described(`Not a valid operation: ${told}`);
    const sent = text + JSON.stringify(variables);
    const leak = asker.forbidden.exec(told)?.[0] ?? idAmong(told, asker.secret, sent);
    if (leak !== undefined) return described(`Told ${leak}: ${told.slice(0, 400)}`);
    for (const [, cursor] of told.matchAll(CURSOR)) this.#harvest(asker, cursor ?? '');
    return null;
  }

  /** @throws Error unless every connection but the listening one is idle */
  async assertIdle(): Promise<void> {
    await this.server.api.executor.running.idle();
    await this.server.house.relay.look();
    const { pool } = this.server.house;
    const isBusy = (): boolean => pool.idleCount !== pool.totalCount - 1 || pool.waitingCount > 0;
    for (let waited = 0; waited < 100 && isBusy(); waited += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    const state = { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount };
    if (isBusy()) throw new Error(`Not idle: ${JSON.stringify(state)}`);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  async #send(asker: Asker, { text, variables }: RandomOperation, overHttp: boolean): Promise<string> {
    const { api } = this.server;
    if (overHttp) return (await this.server.query(text, variables, asker.token)).text;
    const admission = api.gate.admit(text);
    if ('errors' in admission) return JSON.stringify({ errors: admission.errors.map((e) => api.executor.report(e)) });
    const facts = { requestId: 'fuzz', address: '127.0.0.1', transport: 'http' } as const;
    const ctx = await this.#contextOf(asker.token === null ? undefined : `Bearer ${asker.token}`, facts);
    const wire = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>;
    return JSON.stringify(await api.executor.execute({ ...admission, operationName: null, variables: wire }, ctx));
  }

  async #listen(asker: Asker, { text, variables }: RandomOperation): Promise<string> {
    const client = await this.server.socket(asker.token);
    const seen: string[] = [];
    const closed = (error: unknown): void => void seen.push(closeReason(error));
    const live = client.iterate({ query: text, variables: { ...variables } });
    const first = live.next().then((next) => void seen.push(JSON.stringify(next)), closed);
    const passed = this.server.query('{ __typename }').then(() => this.server.house.relay.look());
    await Promise.race([first, passed]);
    await live.return?.().catch(closed);
    await Promise.resolve(client.dispose()).catch(closed);
    return seen.join();
  }

  /** Keeps a cursor for later arguments, as it is and with another value in it. */
  #harvest({ pools: { cursors } }: Asker, cursor: string): void {
    const forged = forge(cursor, cursors.length);
    for (const one of forged === null ? [cursor] : [cursor, forged])
      if (!cursors.includes(one)) {
        if (cursors.length >= MAX_CURSORS) cursors.splice(8 + (one.length % (MAX_CURSORS - 8)), 1);
        cursors.push(one);
      }
  }

  #cause(told: string): string {
    const logId = /"logId":"([^"]+)"/.exec(told)?.[1];
    return this.server.logged.find((line) => logId !== undefined && line.includes(logId))?.slice(0, 1_500) ?? told;
  }
}

/** Why a subscription ended: an answer's errors as they are, or the code that the socket was closed with. */
function closeReason(error: unknown): string {
  if (error instanceof Error) return `"code":"INTERNAL" ${String(error)}`;
  const { code } = error as { readonly code?: unknown };
  if (typeof code !== 'number') return JSON.stringify(error);
  return code === 4500 || code === 1011 ? `"code":"INTERNAL" closed with ${code}` : `"code":"CLOSED_${code}"`;
}

const FORGED = ['', 'x', '-1', '999999999999999999', '9999-99-99', '2026-13-41T25:61:61.000000Z', '\u0000', '\ud800'];

/** A page cursor with one of its values replaced; null for cursors that are no lists of values. */
function forge(cursor: string, turn: number): string | null {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    parts[1 + (turn % (parts.length - 1))] = FORGED[turn % FORGED.length];
    return Buffer.from(JSON.stringify(parts)).toString('base64url');
  } catch {
    return null;
  }
}

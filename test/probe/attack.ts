import { encodeCursor } from '../../src/events/cursor.js';
import type { StoryPerson } from '../support/story.js';
import type { Attack } from './attacks.js';
import { probeDocuments, type ProbeDocument } from './probe-document.js';
import { strangersIds } from './strangers-ids.js';
import { fingerprintOf, idsOf, type VictimIds } from './victims.js';
import { REPORT, staffOf, strangersRepair, type ProbeWorld } from './world.js';

/** How many requests are under way at once. */
const AT_ONCE = 6;

/** How far an attack goes. */
export interface AttackOptions {
  /** Which of the documents are sent, and in what order; all, as they come, where nothing is said. */
  readonly choose?: (documents: readonly ProbeDocument[]) => readonly ProbeDocument[];
  /** Whether the first leak ends it. */
  readonly untilLeak?: boolean;
}

/** What an attack did. */
export interface AttackReport {
  /** What the attacker was told that is not theirs. */
  readonly leaks: readonly string[];
  /** Tables of the victim's company that changed meanwhile, where nobody else was at work on them. */
  readonly changed: readonly string[];
}

/** Sends every document with the victims' ids, looking for what it tells and changes. */
export async function carryOut(world: ProbeWorld, attack: Attack, options: AttackOptions = {}): Promise<AttackReport> {
  const { server, story } = world;
  const attacker = attack.attacker(story);
  const { id: companyId, e01 } = story.harbour;
  const ids = await idsOf(server.house, companyId, e01.id);
  const secret = new Set([...ids.values()].flat());
  for (const id of (await attack.allowed?.(world)) ?? []) secret.delete(id);
  const foreign = attacker?.companyId !== companyId;
  const own: Readonly<Record<string, string>> = attacker
    ? { estate: foreign ? story.cedar.e01.id : story.harbour.e02.id }
    : {};
  const before = foreign ? await fingerprintOf(server.house, companyId) : null;
  const documents = [
    ...documentsFor(world, ids, {}, companyId, [0, 1]),
    ...documentsFor(world, ids, own, attacker?.companyId ?? companyId),
  ].filter((document) => before === null || document.operation !== 'subscription');
  const leaks: string[] = [];
  await inParallel(options.choose?.(documents) ?? documents, async (document) => {
    if (options.untilLeak && leaks.length > 0) return;
    const text = await send(world, document, attacker);
    const sent = JSON.stringify(document.variables);
    const told = text.match(attack.forbidden)?.[0] ?? idAmong(text, secret, sent);
    if (told !== undefined) leaks.push(`${document.field} told ${told}: ${text.slice(0, 400)}`);
  });
  const after = before && (await fingerprintOf(server.house, companyId));
  return { leaks, changed: Object.keys(after ?? {}).filter((table) => before?.[table] !== after?.[table]) };
}

/**
 * An id that an answer tells and the asker did not send. A filter that somebody has saved is told to that person again
 * (`TicketView.filter`, whatever it is called in the document): the ids in it are the asker's own words of an earlier
 * request.
 */
export function idAmong(text: string, secret: Iterable<string>, sent: string): string | undefined {
  const names = ['filter', ...[...sent.matchAll(/(\w+): filter\b/g)].map(([, alias = '']) => alias)].join('|');
  const told = text.replace(new RegExp(`\\\\?"(?:${names})\\\\?":\\{(?:[^{}]|\\{[^{}]*\\})*\\}`, 'g'), '');
  return [...secret].find((id) => !sent.includes(id) && told.includes(id));
}

/** Documents of every root field; their ids are the victims', their cursors of the given company. */
export function documentsFor(
  { server, story }: ProbeWorld,
  ids: VictimIds,
  instead: Readonly<Record<string, string>>,
  cursorOf: string,
  turns: readonly number[] = [0],
): ProbeDocument[] {
  const values = { cursor: encodeCursor(cursorOf, { epoch: 1, seq: 0 }), text: 'probe' };
  return turns.flatMap((turn) =>
    probeDocuments(server.api.executor.schema, strangersIds(ids, instead, turn, story.harbour.e01.id), values),
  );
}

/**
 * All that somebody is told by a document: body and headers, or the first event, for which the relay's look is waited
 * for so many times.
 */
export async function send(
  { server, story }: ProbeWorld,
  document: ProbeDocument,
  attacker: StoryPerson | null,
  looks = 2,
): Promise<string> {
  if (document.operation !== 'subscription') {
    const answer = await server.query(document.text, document.variables, attacker);
    return answer.text + JSON.stringify([...answer.headers]);
  }
  if (!attacker) return '';
  const client = await server.socket(attacker);
  const seen: string[] = [];
  const live = client.iterate({ query: document.text, variables: document.variables });
  const first = live.next().then(
    (next) => void seen.push(JSON.stringify(next)),
    (error: unknown) => void seen.push(JSON.stringify(error)),
  );
  await server.query(REPORT, { input: strangersRepair(story) }, staffOf(story.harbour.e01, 'FRONT_DESK'));
  const relayPassed = async (): Promise<void> => {
    for (let i = 0; i < looks && seen.length === 0; i += 1) {
      await server.house.relay.look();
      await server.query('{ __typename }');
    }
  };
  await Promise.race([first, relayPassed()]);
  await live.return?.();
  await client.dispose();
  return seen.join();
}

/** Works through items, several at once. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const lane = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

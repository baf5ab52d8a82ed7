import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, isInputObjectType, type GraphQLNamedType } from 'graphql';
import type { Action } from '../../src/domain/identity/action.js';
import { RESIDENT_ACTIONS } from '../../src/domain/identity/actions-of-resident.js';
import { ACTIONS_OF_ROLE } from '../../src/domain/identity/actions-of-role.js';
import { ROLES, type Role } from '../../src/domain/identity/role.js';
import { rebuildMetrics } from '../../src/metrics/rebuild-metrics.js';
import { verifyMetrics } from '../../src/metrics/verify/verify-metrics.js';
import { ROOT_ACCESS } from '../../src/resolvers/root-access.js';
import { newId } from '../../src/entities/new-id.js';
import { plantRows } from '../probe/planted-rows.js';
import { probeDocuments, type ProbeDocument } from '../probe/probe-document.js';
import { strangersIds } from '../probe/strangers-ids.js';
import { fingerprintOf, idsOf } from '../probe/victims.js';
import { openProbeWorld, type ProbeWorld } from '../probe/world.js';
import type { StoryCompany, StoryPerson } from '../support/story.js';

/** Long enough for every text of an input, and in the form of a login. */
const VALUES = { cursor: 'x', text: 'probe12345' };

/** Every mutation that needs an action: the table of the doors, so a new verb is tested by itself. */
const VERBS = Object.entries(ROOT_ACCESS).flatMap(([field, access]) =>
  field.startsWith('Mutation.') && access !== 'PUBLIC' && access !== 'SIGNED_IN'
    ? [{ verb: field.slice('Mutation.'.length), action: access }]
    : [],
);

/**
 * Verbs whose input takes one of several things, or a day that is to come: what is sent instead of all of them, so that
 * it is whose things they are that is refused.
 */
const CHOICES: Readonly<Record<string, Record<string, unknown>>> = {
  addCareMark: { customerId: undefined },
  appointVisit: { visitId: undefined, at: new Date(Date.now() + 86_400_000).toISOString() },
  assignRole: { groupId: undefined, role: 'FRONT_DESK' },
  createApiKey: { roles: ['FRONT_DESK'], expiresAt: new Date(Date.now() + 86_400_000).toISOString() },
  createWebhookEndpoint: { url: 'https://hooks.example.org/guanjia', eventTypes: ['ticket.*'] },
  grantUnmask: { customerIds: undefined, estateId: undefined },
  issueReceipt: { depositId: undefined },
  proposeLedgerChange: { paymentId: undefined },
  holdDunning: {
    complaintId: undefined,
    untilDay: undefined,
    instalments: undefined,
    chargeId: undefined,
    kind: 'DISPUTED',
  },
  recordDunningStep: { promisedDay: undefined, outcome: 'INFORMED', kind: 'MESSAGE' },
  planDunningVisit: { at: new Date(Date.now() + 86_400_000).toISOString() },
  quoteService: { price: undefined, free: true },
  planVerification: { period: { from: '2026-01-01', to: '2026-02-01' }, perEstate: 1 },
  setUpMetricAlertRule: { condition: 'THRESHOLD', threshold: '1', periods: undefined, atLeast: undefined },
  exportEstateScorecards: { period: { from: '2026-01-01', to: '2026-02-01' } },
  exportMetricSeries: { period: { from: '2026-01-01', to: '2026-02-01' }, by: undefined },
  exportMetricRows: { period: { from: '2026-01-01', to: '2026-02-01' }, by: undefined, segment: undefined },
  requestService: { price: undefined, free: undefined, consentMode: undefined },
  recordVisit: { unitId: undefined },
  oweObligation: { kind: 'STAFF_REPLY', subjectKind: 'TICKET', ownerPost: undefined },
};
const AT_ONCE = 4;

/** Planted past the verbs, which would keep at a charge that nobody has paid it, and of nothing that it is given back and is not. */
const RIGHTED = [
  'update charge set open_minor = amount_minor, paid_minor = 0, cancelled_at = null',
  `update deposit set refunded_at = null, refunded_by_id = null, refund_method = null, refund_reference = null, original_receipt = null,
          cancelled_at = null, cancelled_by_id = null`,
  'update payment_refund set paid_at = null, paid_by_id = null, method = null',
];

interface Verdict {
  readonly code: unknown;
  readonly action?: unknown;
}

/**
 * Who may and who may not, for every mutation and every role, against the living API. Inputs are made from the schema
 * with ids of harbour's first estate.
 */
describe('every verb, every role', () => {
  let world: ProbeWorld;
  let documents: ReadonlyMap<string, ProbeDocument>;

  beforeAll(async () => {
    world = await openProbeWorld({ compareEngines: false });
    const { server, story } = world;
    await plantRows(server.house.database, story);
    for (const each of RIGHTED) await server.house.database.superuser.query(each);
    for (const { id } of [story.harbour, story.cedar]) await rebuildMetrics(server.house, id);
    const ids = await idsOf(server.house, story.harbour.id, story.harbour.e01.id);
    const staff = await victimOf(story.harbour);
    const source = strangersIds(ids, { staff, estate: story.harbour.e01.id }, 0, newId());
    documents = new Map(
      probeDocuments(server.api.executor.schema, source, VALUES)
        .filter((document) => document.operation === 'mutation')
        .map((document) => [document.field.slice('Mutation.'.length), document]),
    );
  });
  afterAll(() => world.server.close());

  /** Somebody on harbour's first estate without a role, to whom anything may happen. */
  async function victimOf(company: StoryCompany): Promise<string> {
    const id = newId();
    await world.server.house.database.superuser.query(
      `insert into staff (company_id, id, estate_id, display_name, created_at, version) values ($1, $2, $3, 'victim', now(), 1)`,
      [company.id, id, company.e01.id],
    );
    return id;
  }

  const send = async (verb: string, person: StoryPerson | null): Promise<Verdict | null> => {
    const document = documents.get(verb);
    if (!document) throw new Error(`The schema has no mutation ${verb}.`);
    const ask = async (): Promise<Readonly<Record<string, unknown>> | undefined> => {
      const { errors } = await world.server.query(shortOf(verb), { input: inputOf(verb, document) }, person);
      return errors?.[0]?.extensions;
    };
    let first = await ask();
    // Everything is asked at once here: what passes, such as a row that others hold, is asked again, as clients do.
    for (let again = 0; again < 3 && first?.['retryAfter'] !== undefined; again += 1) first = await ask();
    return first
      ? { code: first['code'], ...(first['action'] === undefined ? {} : { action: first['action'] }) }
      : null;
  };
  const onEstate = (role: Role): StoryPerson => world.story.harbour.staff[role] ?? world.story.harbour.e01.staff[role]!;
  const holders = (action: Action): Role[] => ROLES.filter((role) => ACTIONS_OF_ROLE[role].includes(action));

  test('R-ORG-78 · the table of the doors and the schema name the same verbs', () => {
    const guarded = VERBS.map(({ verb }) => verb);
    expect(guarded.length).toBeGreaterThan(20);
    expect(guarded.filter((verb) => !documents.has(verb))).toEqual([]);
  });

  test.each(VERBS)(
    'R-ORG-77 · $verb is refused without $action, in every role that lacks it',
    async ({ verb, action }) => {
      const lacking = ROLES.filter((role) => !ACTIONS_OF_ROLE[role].includes(action));
      const verdicts = await Promise.all(
        lacking.map(async (role) => [role, await send(verb, onEstate(role))] as const),
      );
      expect(verdicts).toEqual(lacking.map((role) => [role, { code: 'FORBIDDEN', action }]));
    },
  );

  test.each(VERBS)(
    'R-ORG-78 · $verb is nothing for nobody, and for a resident only by $action',
    async ({ verb, action }) => {
      expect(await send(verb, null)).toEqual({ code: 'UNAUTHENTICATED' });
      const resident = await send(verb, world.story.harbour.e01.former);
      if (RESIDENT_ACTIONS.includes(action)) expect(resident).not.toBeNull();
      else expect(resident).toEqual({ code: 'FORBIDDEN', action });
    },
  );

  test('R-ORG-78 · no verb reaches another estate or another company, in any role that holds its action', async () => {
    const { harbour, cedar } = world.story;
    const before = await fingerprintOf(world.server.house, harbour.id);
    const reached: unknown[] = [];
    await eachVerb(async ({ verb, action }) => {
      if (!namesThings(world, verb)) return;
      for (const role of holders(action)) {
        const strangers = [
          ['another estate', harbour.e02.staff[role]],
          ['another company', cedar.staff[role] ?? cedar.e01.staff[role]],
        ] as const;
        for (const [whose, person] of strangers) {
          const verdict = person && (await send(verb, person));
          if (verdict !== undefined && verdict?.code !== 'NOT_FOUND' && verdict?.code !== 'FORBIDDEN')
            reached.push({ verb, whose, role, verdict });
        }
      }
    });
    expect(reached).toEqual([]);
    const after = await fingerprintOf(world.server.house, harbour.id);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed.filter((table) => table !== 'command_claim')).toEqual([]);
  }, 120_000);

  test('R-ORG-77 · every verb lets every role pass that holds its action', async () => {
    const stopped: unknown[] = [];
    await eachVerb(async ({ verb, action }) => {
      for (const role of holders(action)) {
        const verdict = await send(verb, onEstate(role));
        if (
          ['UNAUTHENTICATED', 'INTERNAL', 'LIMIT_EXCEEDED'].includes(String(verdict?.code)) ||
          verdict?.action === action
        )
          stopped.push({ verb, role, verdict });
      }
    });
    expect(stopped).toEqual([]);
  }, 120_000);

  test('R-MET-06 · whatever verbs have done by then, every figure is what the rows say', async () => {
    const { house } = world.server;
    for (const { id } of [world.story.harbour, world.story.cedar])
      expect(await verifyMetrics(house.pool, id)).toEqual([]);
  });
});

/** Goes through all verbs, several at once. */
async function eachVerb(work: (verb: (typeof VERBS)[number]) => Promise<void>): Promise<void> {
  const rest = [...VERBS];
  const lane = async (): Promise<void> => {
    for (let next = rest.shift(); next; next = rest.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Only the verdict counts: nothing of the payload is asked for. */
const shortOf = (verb: string): string =>
  `mutation ($input: ${capital(verb)}Input!) { ${verb}(input: $input) { __typename } }`;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Each attempt is a command of its own. */
const inputOf = (verb: string, { variables }: ProbeDocument): object => ({
  ...(variables['v0'] as object),
  ...CHOICES[verb],
  commandId: crypto.randomUUID(),
});

/** Whether the input of a mutation names anything by id; what names nothing cannot reach a stranger's. */
function namesThings({ server }: ProbeWorld, verb: string): boolean {
  const seen = new Set<GraphQLNamedType>();
  const names = (type: GraphQLNamedType): boolean => {
    if (type.name === 'ID') return true;
    if (!isInputObjectType(type) || seen.has(type)) return false;
    seen.add(type);
    return Object.values(type.getFields()).some((field) => names(getNamedType(field.type)));
  };
  const field = server.api.executor.schema.getMutationType()?.getFields()[verb];
  return (field?.args ?? []).some((arg) => names(getNamedType(arg.type)));
}

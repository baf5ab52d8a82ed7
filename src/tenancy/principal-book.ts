import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import type { Action } from '../domain/identity/action.js';
import { RESIDENT_ACTIONS } from '../domain/identity/actions-of-resident.js';
import { ACTIONS_OF_ROLE } from '../domain/identity/actions-of-role.js';
import type { EstateScope, HeldRole, Principal } from './principal.js';
import { ReadMoment } from './read/read-moment.js';
import { sqlFor } from './read/tables.js';
import { doorVariables } from './session-variables.js';
import { isStalePlan } from './statement-name.js';

/** What an access token says: which account of which company, in which sign-in. Nothing else of it is believed. */
export interface Bearer {
  readonly companyId: string;
  readonly accountId: string;
  /** The family of refresh tokens that the access token was issued in; null for issuers without one. */
  readonly familyId: string | null;
  /** The link of an external subject to the account, for tokens of external issuers; while it stands, they are good. */
  readonly linkId?: string;
}

/** A bearer whose token was verified, and until when it is good. */
export interface VerifiedBearer extends Bearer {
  readonly expiresAt: Date;
}

/** How long an entry is believed where no change was announced. */
const MAX_AGE_MS = 30_000;
/** How long one is believed while changes cannot be heard: a busy node asks for nobody many times at once. */
const DEAF_AGE_MS = 500;
const MAX_ENTRIES = 20_000;
/**
 * From when on somebody who is asked for again is read anew beside, at the latest: those who came together need not all be
 * read at once.
 */
const REFRESH_MS = 25_000;
const SPREAD_MS = 10_000;
/** In so many steps before that. */
const SPREAD_STEPS = 100;

/** A principal as it was read. */
interface Entry {
  readonly bearer: Bearer;
  /** When it was read, in milliseconds. */
  at: number;
  /** After how long it is read anew. */
  readonly refreshMs: number;
  refreshing: boolean;
  readonly principal: Promise<Principal | null>;
  /** Once it was read. */
  known?: Principal | null;
  /** Whether another has taken its place, or something about it has changed. */
  gone: boolean;
}

/** A principal as long as nothing needs to be read to know that it is still the same. */
export interface Standing {
  readonly principal: Principal;
  readonly stands: () => boolean;
}

/**
 * Principals by account, built from the database and remembered until something about them changes.
 * The relay drops a company's entries when an event says so; while the relay cannot hear, nothing is remembered for
 * longer than half a second.
 */
export class PrincipalBook {
  readonly #entries = new Map<string, Entry>();
  #hears = (): boolean => false;
  #onRemember: (companyId: string) => void = () => undefined;

  constructor(
    private readonly pool: Pool,
    private readonly monotonicMs: () => number = () => performance.now(),
  ) {}

  /** Tells the book how to know that changes are being heard. */
  listenThrough(hears: () => boolean): void {
    this.#hears = hears;
  }

  /** Tells of each company that somebody is remembered of, before the rows are read. */
  onRemember(listener: (companyId: string) => void): void {
    this.#onRemember = listener;
  }

  /** The principal behind a bearer; null when the account is gone or disabled, or the sign-in, link or key was ended. */
  find(bearer: Bearer): Promise<Principal | null> {
    const believed = this.#believed(bearer);
    if (believed) return believed.principal;
    const key = keyOf(bearer);
    this.#onRemember(bearer.companyId);
    const principal = this.#load(bearer).catch((error: unknown) => {
      if (!isStalePlan(error)) throw error;
      return this.#load(bearer);
    });
    this.#forget(key);
    if (this.#entries.size >= MAX_ENTRIES) this.#forget(String(this.#entries.keys().next().value));
    const at = this.monotonicMs();
    const refreshMs = REFRESH_MS - (this.#entries.size % SPREAD_STEPS) * (SPREAD_MS / SPREAD_STEPS);
    const entry: Entry = { bearer, at, refreshMs, refreshing: false, principal, gone: false };
    this.#entries.set(key, entry);
    principal.then(
      (known) => (entry.known = known),
      () => this.#forget(key),
    );
    return principal;
  }

  /** The same where it is remembered; undefined where it must be read, or there is none. */
  standing(bearer: Bearer): Standing | undefined {
    const entry = this.#believed(bearer);
    return entry?.known ? { principal: entry.known, stands: () => this.#believes(entry) } : undefined;
  }

  #believed(bearer: Bearer): Entry | undefined {
    const entry = this.#entries.get(keyOf(bearer));
    return entry && this.#believes(entry) ? entry : undefined;
  }

  #believes(entry: Entry): boolean {
    if (entry.gone) return false;
    const age = this.monotonicMs() - entry.at;
    if (age > entry.refreshMs && !entry.refreshing) this.#refresh(entry);
    return age < (this.#hears() ? MAX_AGE_MS : DEAF_AGE_MS);
  }

  /** Reads somebody anew: who is the same stays, so that whoever waits in that name need not notice. */
  #refresh(entry: Entry): void {
    const at = this.monotonicMs();
    entry.refreshing = true;
    this.#load(entry.bearer)
      .then(
        (now) => {
          if (isDeepStrictEqual(now, entry.known)) entry.at = at;
          else if (!entry.gone) this.#forget(keyOf(entry.bearer));
        },
        // It grows old, and is read by who asks then.
        () => undefined,
      )
      .finally(() => (entry.refreshing = false));
  }

  #forget(key: string): void {
    const entry = this.#entries.get(key);
    if (entry) entry.gone = true;
    this.#entries.delete(key);
  }

  /** Forgets everybody of a company. */
  drop(companyId: string): void {
    for (const key of this.#entries.keys()) if (key.startsWith(`${companyId}/`)) this.#forget(key);
  }

  async #load(bearer: Bearer): Promise<Principal | null> {
    const moment = new ReadMoment(this.pool, doorVariables(bearer.companyId), null);
    try {
      return await loadPrincipal(moment, bearer);
    } finally {
      await moment.finish();
    }
  }
}

/** Reads account, roles and occupancies in one moment of the door. */
async function loadPrincipal(moment: ReadMoment, bearer: Bearer): Promise<Principal | null> {
  const [accounts, stands] = await Promise.all([
    moment.read(
      sqlFor
        .selectFrom('account as a')
        .leftJoin('staff as s', (join) =>
          join.onRef('s.company_id', '=', 'a.company_id').onRef('s.id', '=', 'a.staff_id'),
        )
        .leftJoin('api_key as k', (join) =>
          join.onRef('k.company_id', '=', 'a.company_id').onRef('k.id', '=', 'a.id').on('k.revoked_at', 'is', null),
        )
        .select([
          'a.kind',
          'a.login',
          'a.staff_id as staffId',
          'a.customer_id as customerId',
          's.display_name as staffName',
          'k.id as keyId',
        ])
        .where('a.company_id', '=', bearer.companyId)
        .where('a.id', '=', bearer.accountId)
        .where('a.disabled_at', 'is', null),
    ),
    credentialStands(moment, bearer),
  ]);
  const account = accounts[0];
  if (!account || !stands || (account.kind === 'INTEGRATION' && account.keyId === null)) return null;
  const common = { accountId: bearer.accountId, companyId: bearer.companyId, kind: account.kind };
  if (account.kind === 'RESIDENT')
    return account.customerId ? resident(moment, common, account.customerId, account.login) : null;
  return account.staffId ? staff(moment, common, account.staffId, account.staffName ?? account.login) : null;
}

/** Whether the sign-in goes on, or the link still stands, that the bearer's token was issued for. */
async function credentialStands(
  moment: ReadMoment,
  { companyId, accountId, familyId, linkId }: Bearer,
): Promise<boolean> {
  if (linkId !== undefined) {
    const link = sqlFor
      .selectFrom('external_identity as x')
      .select('x.id')
      .where('x.company_id', '=', companyId)
      .where('x.id', '=', linkId)
      .where('x.account_id', '=', accountId);
    return (await moment.read(link)).length > 0;
  }
  if (familyId === null) return true;
  const ended = sqlFor
    .selectFrom('refresh_token as t')
    .select('t.id')
    .where('t.company_id', '=', companyId)
    .where('t.family_id', '=', familyId)
    .where('t.revoked_at', 'is not', null)
    .limit(1);
  return (await moment.read(ended)).length === 0;
}

type Common = Pick<Principal, 'accountId' | 'companyId' | 'kind'>;

async function staff(moment: ReadMoment, common: Common, staffId: string, displayName: string): Promise<Principal> {
  const rows = await moment.read(
    sqlFor
      .selectFrom('role_assignment as r')
      .leftJoin('estate_group_member as m', (join) =>
        join.onRef('m.company_id', '=', 'r.company_id').onRef('m.group_id', '=', 'r.group_id'),
      )
      .select(['r.id', 'r.role', 'r.estate_id as estateId', 'r.group_id as groupId', 'm.estate_id as memberId'])
      .where('r.company_id', '=', common.companyId)
      .where('r.staff_id', '=', staffId)
      .orderBy('r.id'),
  );
  const assignments = new Map<string, HeldRole & { readonly estateIds: string[] }>();
  for (const row of rows) {
    const held = assignments.get(row.id) ?? {
      id: row.id,
      role: row.role,
      groupId: row.groupId,
      everywhere: row.estateId === null && row.groupId === null,
      estateIds: [],
    };
    const estateId = row.estateId ?? row.memberId;
    if (estateId) held.estateIds.push(estateId);
    assignments.set(row.id, held);
  }
  const actions = new Map<Action, EstateScope>();
  let estates: EstateScope = new Set<string>();
  for (const held of assignments.values()) {
    const scope: EstateScope = held.everywhere ? 'ALL' : new Set(held.estateIds);
    estates = union(estates, scope);
    for (const action of ACTIONS_OF_ROLE[held.role]) actions.set(action, union(actions.get(action), scope));
  }
  const roles = [...assignments.values()];
  return { ...common, subjectId: staffId, displayName, roles, actions, estates, occupancyIds: [], unitIds: [] };
}

async function resident(
  moment: ReadMoment,
  common: Common,
  customerId: string,
  displayName: string,
): Promise<Principal> {
  const held = await moment.read(
    sqlFor
      .selectFrom('occupancy as o')
      .select(['o.id', 'o.unit_id as unitId', 'o.estate_id as estateId'])
      .where('o.company_id', '=', common.companyId)
      .where('o.customer_id', '=', customerId),
  );
  const estates: EstateScope = new Set(held.map((row) => row.estateId));
  return {
    ...common,
    subjectId: customerId,
    displayName,
    roles: [],
    actions: new Map(RESIDENT_ACTIONS.map((action) => [action, estates])),
    estates,
    occupancyIds: held.map((row) => row.id),
    unitIds: [...new Set(held.map((row) => row.unitId))],
  };
}

function union(a: EstateScope | undefined, b: EstateScope): EstateScope {
  if (a === undefined) return b;
  return a === 'ALL' || b === 'ALL' ? 'ALL' : new Set([...a, ...b]);
}

const keyOf = ({ companyId, accountId, familyId, linkId }: Bearer): string =>
  `${companyId}/${accountId}/${familyId ?? linkId ?? ''}`;

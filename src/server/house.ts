import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Clock } from '../domain/clock.js';
import { API_ROLE } from '../entities/fence.js';
import { LiveLogs } from '../events/live-logs.js';
import { Relay } from '../events/relay.js';
import { NO_FILES, type FileStore } from '../tenancy/files/file-store.js';
import { SignedLinks } from '../tenancy/files/signed-links.js';
import type { House } from '../tenancy/house.js';
import { ApiKeys } from '../tenancy/identity/api-keys.js';
import { ExternalIssuers } from '../tenancy/identity/external-issuers.js';
import { JwksCache } from '../tenancy/identity/jwks-cache.js';
import { SignInThrottle } from '../tenancy/identity/sign-in-throttle.js';
import { SigningKeys } from '../tenancy/identity/signing-keys.js';
import { GuardedFetch } from '../tenancy/outbound/guarded-fetch.js';
import { JobBell } from '../tenancy/job-bell.js';
import { smtpSender } from '../tenancy/outbound/mail-sender.js';
import { WebhookSecrets } from '../tenancy/outbound/webhook-secrets.js';
import { PrincipalBook } from '../tenancy/principal-book.js';
import { SecurityLogbook } from '../tenancy/security-logbook.js';
import { ensureQueues } from '../jobs/job/queues.js';
import { JOBS } from '../jobs/job/jobs.js';
import { openOrm, type Patience } from './database/orm.js';
import { PrincipalWatch, type PrincipalsListener } from './principal-watch.js';

/** What it takes to open the house. */
export interface HouseOptions {
  /** The database as the program's own role. */
  readonly apiUrl: string;
  readonly poolSize?: number;
  readonly patience?: Patience;
  /** Seals the signing keys. */
  readonly secret: string;
  readonly clock?: Clock;
  /** Where attachments lie; none for programs that touch no files. */
  readonly files?: FileStore;
  /** Whether addresses that customers enter may be this machine's own; outside production only. */
  readonly outboundLoopback?: boolean;
  /** The mail server and the sender's address; none sends no mail. */
  readonly mail?: { readonly url: string; readonly from: string } | null;
  readonly onError: (error: unknown) => void;
}

/** The house with what only the server touches. */
export interface OpenHouse extends House {
  readonly relay: Relay;
  /** Calls `listener` whenever what principals of a company may do has changed. */
  onPrincipalsChanged(listener: PrincipalsListener): void;
  close(): Promise<void>;
}

/** Connections that readers and writers share; one more listens. */
const POOL_SIZE = 12;
/** Who waits longer for a connection is told to come back; statements end at 5 s on the server. */
const PATIENCE: Patience = { connectionMs: 5_000, answerMs: 8_000 };

/**
 * Connects as the program's role, raises the epoch after a restore, makes the first signing key, and starts the relay.
 * @throws Error when the role could bypass the fence, or the signing key was sealed with another secret
 */
export async function openHouse(options: HouseOptions): Promise<OpenHouse> {
  const orm = await openOrm(options.apiUrl, {
    // One more listens.
    poolSize: (options.poolSize ?? POOL_SIZE) + 1,
    patience: options.patience ?? PATIENCE,
  });
  try {
    const pool = await poolOf(orm);
    await assertFenced(pool);
    await pool.query('select advance_epoch_after_restore()');
    await ensureQueues(pool, JOBS);
    const relay = new Relay(pool, options.onError);
    const principals = new PrincipalBook(pool);
    principals.listenThrough(() => relay.hears);
    const watch = new PrincipalWatch(pool, principals, relay, options.onError);
    const keys = new SigningKeys(pool, options.secret, options.clock);
    await keys.current();
    const outbound = new GuardedFetch({ loopback: options.outboundLoopback ?? false });
    const mail = options.mail ? await smtpSender(options.mail.url, options.mail.from) : null;
    const jwks = new JwksCache((address) => outbound.text(address));
    await relay.start();
    return {
      orm,
      pool,
      ...(options.clock ? { clock: options.clock } : {}),
      principals,
      keys,
      issuers: new ExternalIssuers(pool, jwks, options.clock),
      apiKeys: new ApiKeys(pool, options.onError, options.clock),
      outbound,
      files: options.files ?? NO_FILES,
      links: new SignedLinks(options.secret, options.clock),
      mail,
      webhookSecrets: new WebhookSecrets(options.secret),
      throttle: new SignInThrottle(pool, options.secret, options.clock),
      security: new SecurityLogbook(pool, options.onError),
      hint: (companyId, rights = false) => {
        if (rights) watch.forget(companyId);
        relay.hint(companyId);
      },
      bell: new JobBell(),
      relay,
      logs: new LiveLogs(pool, relay, options.onError),
      onPrincipalsChanged: (listener) => watch.onChange(listener),
      close: async () => {
        watch.stop();
        await relay.stop();
        mail?.close();
        await orm.close(true);
      },
    };
  } catch (error) {
    await orm.close(true);
    throw error;
  }
}

/** The pool under the mapping; there is only one. */
async function poolOf(orm: MikroORM): Promise<Pool> {
  await orm.connect();
  return orm.em.getDriver().getConnection().getNativeClient();
}

async function assertFenced(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ user: string; bypass: boolean; owns: boolean }>(`
    select current_user as user, r.rolsuper or r.rolbypassrls as bypass,
           exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'public' and c.relkind = 'r' and pg_has_role(r.oid, c.relowner, 'member')) as owns
      from pg_roles r where r.rolname = current_user`);
  const role = rows[0];
  if (!role || role.bypass || role.owns)
    throw new Error(
      `The program must not connect as ${role?.user ?? 'this role'}: it could bypass row-level security. Connect as ${API_ROLE}.`,
    );
}

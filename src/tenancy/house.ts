import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Clock } from '../domain/clock.js';
import type { FileStore } from './files/file-store.js';
import type { SignedLinks } from './files/signed-links.js';
import type { ApiKeys } from './identity/api-keys.js';
import type { ExternalIssuers } from './identity/external-issuers.js';
import type { SignInThrottle } from './identity/sign-in-throttle.js';
import type { EventLogs } from './event-log.js';
import type { SigningKeys } from './identity/signing-keys.js';
import type { GuardedFetch } from './outbound/guarded-fetch.js';
import type { JobBell } from './job-bell.js';
import type { MailSender } from './outbound/mail-sender.js';
import type { WebhookSecrets } from './outbound/webhook-secrets.js';
import type { PrincipalBook } from './principal-book.js';
import type { SecurityLogbook } from './security-logbook.js';

/** Where one learns that a company's event log has grown. */
export interface HeadWatch {
  /** Calls `listener` whenever the company's head has moved; returns the way to stop it. */
  follow(companyId: string, listener: () => void): () => void;
  /** Calls `listener` for every company whose head may have moved, and once for each company at the start. */
  followAll(listener: (companyId: string) => void): () => void;
}

/** What the program runs on; made once at start and handed to everything that needs the database. */
export interface House {
  readonly orm: MikroORM;
  /** The pool of `orm`, for read moments. */
  readonly pool: Pool;
  /** Overrides the database's time in tests. */
  readonly clock?: Clock;
  readonly principals: PrincipalBook;
  /** Sign and verify access tokens. */
  readonly keys: SigningKeys;
  /** Verifies tokens of the companies' own issuers. */
  readonly issuers: ExternalIssuers;
  /** Proves keys of integrations. */
  readonly apiKeys: ApiKeys;
  /** The way out to addresses that customers enter. */
  readonly outbound: GuardedFetch;
  /** Where attachments lie. */
  readonly files: FileStore;
  /** Opens single files and forms to whoever has their link. */
  readonly links: SignedLinks;
  /** Sends mail; null where the operator has set no server. */
  readonly mail: MailSender | null;
  /** Sign what goes to webhook endpoints. */
  readonly webhookSecrets: WebhookSecrets;
  readonly throttle: SignInThrottle;
  readonly security: SecurityLogbook;
  /** Tells who waits for events that there are new ones. */
  readonly relay: HeadWatch;
  /** The newest events of the companies that somebody follows. */
  readonly logs: EventLogs;
  /**
   * Says that a company's event log has grown: after commit, best effort, never awaited by the command. Where `rights` have changed
   * with it, this node forgets at once what it remembers of them.
   */
  readonly hint: (companyId: string, rights?: boolean) => void;
  /** Rings after a commit for the queues that got jobs. */
  readonly bell: JobBell;
}

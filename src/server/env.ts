import { isProxy } from './client-address.js';
import type { S3Settings } from './files/s3-settings.js';
import { USUAL_QUOTA, type QuotaBounds } from './quota/quota-bounds.js';

/** The program's configuration, as its environment says it. */
export interface Environment {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** A server of one's own; null runs the embedded one. */
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly secret: string | null;
  readonly logLevel: LogLevel;
  readonly production: boolean;
  readonly introspection: boolean;
  /** Whether GraphiQL is served at `/`. */
  readonly graphiql: boolean;
  /** Opens `/metrics` to whoever sends it as bearer token. */
  readonly metricsToken: string | null;
  /** Serves `/metrics` without a token on this port of the loopback address. */
  readonly metricsPort: number | null;
  /** What callers may use up on this node. */
  readonly quota: QuotaBounds;
  /** Origins whose web apps may use the API from a browser, such as `https://desk.example`. */
  readonly corsOrigins: readonly string[];
  /** Addresses and networks of one's own reverse proxies, whose word on the client's address is taken. */
  readonly trustedProxies: readonly string[];
  /** The bucket that attachments lie in; null keeps them below the data directory. */
  readonly filesS3: S3Settings | null;
  /** Where mail is sent through and whose it is; null sends none. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Whether the demo, whose password is public, may be reached from other machines. */
  readonly publicDemo: boolean;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A variable has a wrong value: says which, what form it has, and gives an example. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

type Source = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the configuration.
 * @throws ConfigurationError naming the variable, its form and an example
 */
export function readEnvironment(source: Source = process.env): Environment {
  const nodeEnv = oneOf(source, 'NODE_ENV', ['development', 'production', 'test'] as const, 'development');
  const production = nodeEnv === 'production';
  const databaseUrl = postgresUrl(source, 'DATABASE_URL');
  const secret = text(source, 'GUANJIA_SECRET');
  if (secret !== null && secret.length < 32)
    throw wrong('GUANJIA_SECRET', 'a secret of at least 32 characters', 'openssl rand -base64 32');
  if (secret === null && databaseUrl !== null)
    throw wrong(
      'GUANJIA_SECRET',
      'a secret of at least 32 characters; a server of your own needs one',
      'openssl rand -base64 32',
    );
  return {
    host: text(source, 'HOST') ?? '127.0.0.1',
    port: integer(source, 'PORT', 0, 65_535, 4000),
    dataDir: text(source, 'DATA_DIR') ?? 'data',
    databaseUrl,
    databaseOwnerUrl: postgresUrl(source, 'DATABASE_OWNER_URL'),
    secret,
    logLevel: oneOf(source, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    production,
    introspection: oneOf(source, 'INTROSPECTION', ['on', 'off'] as const, 'on') === 'on',
    graphiql: oneOf(source, 'GRAPHIQL', ['on', 'off'] as const, production ? 'off' : 'on') === 'on',
    metricsToken: metricsToken(source),
    metricsPort: text(source, 'METRICS_PORT') === null ? null : integer(source, 'METRICS_PORT', 1, 65_535, 9464),
    quota: {
      principalCost: integer(source, 'QUOTA_COST', 1, MOST, USUAL_QUOTA.principalCost),
      companyCost: integer(source, 'QUOTA_COMPANY_COST', 1, MOST, USUAL_QUOTA.companyCost),
      principalOperations: integer(source, 'QUOTA_OPERATIONS', 1, MOST, USUAL_QUOTA.principalOperations),
      companyOperations: integer(source, 'QUOTA_COMPANY_OPERATIONS', 1, MOST, USUAL_QUOTA.companyOperations),
    },
    corsOrigins: origins(source, 'CORS_ORIGINS'),
    trustedProxies: proxies(source, 'TRUSTED_PROXIES'),
    filesS3: s3Settings(source),
    mail: mailSettings(source),
    publicDemo: oneOf(source, 'GUANJIA_ALLOW_DEMO', ['loopback', 'public'] as const, 'loopback') === 'public',
  };
}

/** Largest number that a quota may be set to: no quota to speak of. */
const MOST = 1_000_000_000;

function mailSettings(source: Source): Environment['mail'] {
  const url = text(source, 'SMTP_URL');
  const from = text(source, 'MAIL_FROM');
  if (url === null && from === null) return null;
  if (url === null || !URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    throw wrong('SMTP_URL', 'the URL of a mail server', 'smtps://user:password@mail.example:465');
  if (from === null || !/^[^\s@<>]+@[^\s@<>]+$/.test(from))
    throw wrong('MAIL_FROM', 'the address that mail comes from', 'service@estates.example');
  return { url, from };
}

function origins(source: Source, name: string): string[] {
  const all = list(source, name);
  for (const origin of all)
    if (!/^https?:[^*]+$/.test(origin) || !URL.canParse(origin) || new URL(origin).origin !== origin)
      throw wrong(
        name,
        'origins separated by commas, each with scheme and host and nothing behind, never *',
        'https://desk.example,https://app.example:8443',
      );
  return all;
}

function proxies(source: Source, name: string): string[] {
  const all = list(source, name);
  if (!all.every(isProxy))
    throw wrong(
      name,
      'addresses and networks of your own proxies, separated by commas, never everybody',
      '10.0.0.0/8,fd12:3456::/32,192.0.2.7',
    );
  return all;
}

function list(source: Source, name: string): string[] {
  const given = (text(source, name) ?? '').split(',').map((part) => part.trim());
  return given.filter((part) => part !== '');
}

/** A bucket, all of it or nothing. */
function s3Settings(source: Source): S3Settings | null {
  const endpoint = text(source, 'FILES_S3_ENDPOINT');
  if (endpoint === null) return null;
  if (!/^https?:/.test(endpoint) || !URL.canParse(endpoint))
    throw wrong('FILES_S3_ENDPOINT', 'the address of a service that speaks S3', 'https://s3.example');
  const needed = (name: string, example: string): string => {
    const value = text(source, name);
    if (value === null) throw wrong(name, 'set where FILES_S3_ENDPOINT is', example);
    return value;
  };
  return {
    endpoint,
    region: text(source, 'FILES_S3_REGION') ?? 'us-east-1',
    bucket: needed('FILES_S3_BUCKET', 'guanjia-files'),
    accessKeyId: needed('FILES_S3_KEY_ID', 'AKIA…'),
    secretAccessKey: needed('FILES_S3_SECRET', '…'),
  };
}

function metricsToken(source: Source): string | null {
  const token = text(source, 'METRICS_TOKEN');
  if (token !== null && !/^[\x21-\x7e]{16,256}$/.test(token))
    throw wrong('METRICS_TOKEN', 'a secret of 16 to 256 printable characters without spaces', 'openssl rand -hex 24');
  return token;
}

function text(source: Source, name: string): string | null {
  const value = source[name]?.trim();
  return value ? value : null;
}

function integer(source: Source, name: string, min: number, max: number, otherwise: number): number {
  const value = text(source, name);
  if (value === null) return otherwise;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max)
    throw wrong(name, `a whole number from ${min} to ${max}`, String(otherwise));
  return number;
}

function oneOf<const T extends readonly string[]>(
  source: Source,
  name: string,
  allowed: T,
  otherwise: T[number],
): T[number] {
  const value = text(source, name);
  if (value === null) return otherwise;
  if (!allowed.includes(value)) throw wrong(name, `one of ${allowed.join(', ')}`, otherwise);
  return value;
}

function postgresUrl(source: Source, name: string): string | null {
  const value = text(source, name);
  if (value === null) return null;
  const valid =
    URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol) && new URL(value).pathname.length > 1;
  if (!valid)
    throw wrong(
      name,
      'a PostgreSQL address with a database name',
      'postgres://guanjia_api:password@127.0.0.1:5432/guanjia',
    );
  return value;
}

const wrong = (name: string, form: string, example: string): ConfigurationError =>
  new ConfigurationError(`${name} must be ${form}; for example: ${example}`);

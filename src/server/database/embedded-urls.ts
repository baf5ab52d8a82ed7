import type { EmbeddedSecrets } from '../embedded/secrets.js';

/** The product's database on the embedded server. */
export const EMBEDDED_DATABASE = 'guanjia';

/** Where the embedded database is reached, by the role that signs in. */
interface EmbeddedUrls {
  readonly apiUrl: string;
  readonly ownerUrl: string;
  /** Sees through the fence: for backups only. */
  readonly superuserUrl: string;
}

/** The addresses of the embedded database. */
export function embeddedUrls(port: number, secrets: EmbeddedSecrets): EmbeddedUrls {
  const url = (role: string, password: string): string =>
    `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${EMBEDDED_DATABASE}`;
  return {
    apiUrl: url('guanjia_api', secrets.apiPassword),
    ownerUrl: url('guanjia_owner', secrets.ownerPassword),
    superuserUrl: url('postgres', secrets.superuserPassword),
  };
}

import { randomBytes } from 'node:crypto';
import { chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataDirectory } from './data-directory.js';
import { hasCode } from './has-code.js';
import { placeFile } from './place-file.js';

/** What the embedded mode keeps secret: the passwords of the three database roles and the key that seals other keys. */
export interface EmbeddedSecrets {
  superuserPassword: string;
  ownerPassword: string;
  apiPassword: string;
  /** base64url of 32 bytes */
  guanjiaSecret: string;
}

const NAMES = ['superuserPassword', 'ownerPassword', 'apiPassword', 'guanjiaSecret'] as const;

/** secrets.json is there but cannot be used. It is never replaced: what it sealed would be lost. */
export class SecretsFileError extends Error {
  override readonly name = 'SecretsFileError';
}

/**
 * DATA_DIR/secrets.json, mode 0600: created once with random values, whole or not at all, and never rewritten.
 * Of several programs that create it at once, all get the values of the first.
 * @throws SecretsFileError when the file is damaged
 */
export async function loadOrCreateSecrets(dataDir: string): Promise<EmbeddedSecrets> {
  const file = join(dataDir, 'secrets.json');
  try {
    return await load(file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  await openDataDirectory(dataDir);
  await placeFile(file, `${JSON.stringify(randomSecrets(), null, 2)}\n`, 0o600);
  return load(file);
}

function randomSecrets(): EmbeddedSecrets {
  const random = () => randomBytes(32).toString('base64url');
  return {
    superuserPassword: random(),
    ownerPassword: random(),
    apiPassword: random(),
    guanjiaSecret: random(),
  };
}

async function load(file: string): Promise<EmbeddedSecrets> {
  const text = await readFile(file, 'utf8');
  if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  const values = parse(text);
  const [superuserPassword, ownerPassword, apiPassword, guanjiaSecret] = NAMES.map((name) => values[name]);
  if (!isFilled(superuserPassword) || !isFilled(ownerPassword) || !isFilled(apiPassword) || !isFilled(guanjiaSecret)) {
    throw new SecretsFileError(`${file} is damaged: it must hold ${NAMES.join(', ')}. Restore it from a backup.`);
  }
  if (Buffer.from(guanjiaSecret, 'base64url').length !== 32) {
    throw new SecretsFileError(
      `${file} is damaged: guanjiaSecret must be 32 bytes in base64url. Restore it from a backup.`,
    );
  }
  return { superuserPassword, ownerPassword, apiPassword, guanjiaSecret };
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

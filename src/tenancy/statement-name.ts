import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** A statement's name on its connection: a hash of its text, so that it is planned once a connection. */
export function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `q_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
    names.set(text, name);
  }
  return name;
}

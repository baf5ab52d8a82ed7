import type { StoryPerson } from './story.js';
import type { TestServer } from './test-server.js';

export const REQUEST_UPLOAD = `mutation ($input: RequestUploadInput!) {
  requestUpload(input: $input) {
    cursor upload { url expiresAt } attachment { id name bytes mediaType sha256 url visibility kind purpose }
  }
}`;

/** What announcing a file answers. */
export interface Announced {
  readonly id: string;
  readonly url: string;
}

/** Announces a file for a ticket. @throws Error when it is refused */
export async function announce(
  server: TestServer,
  person: StoryPerson,
  ticketId: string,
  bytes: number,
  over: Readonly<Record<string, unknown>> = {},
): Promise<Announced> {
  const input = {
    subjectKind: 'TICKET',
    subjectId: ticketId,
    kind: 'PHOTO',
    purpose: 'BEFORE',
    bytes,
    name: 'tap.jpg',
    ...over,
  };
  const { data, errors } = await server.query(REQUEST_UPLOAD, { input }, person);
  if (errors) throw new Error(`${String(errors[0]?.extensions['code'])}: ${errors[0]?.message ?? ''}`);
  return { id: data.requestUpload.attachment.id, url: data.requestUpload.upload.url };
}

/** Sends bytes to a link, as `fetch` does. */
export async function put(server: TestServer, path: string, body: Uint8Array): Promise<Response> {
  return fetch(new URL(path, server.url), { method: 'PUT', body: new Uint8Array(body) });
}

/** Announces a file and sends it. @returns the id @throws Error when either is refused */
export async function attach(
  server: TestServer,
  person: StoryPerson,
  ticketId: string,
  body: Uint8Array,
  over: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { id, url } = await announce(server, person, ticketId, body.length, over);
  const answer = await put(server, url, body);
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  return id;
}

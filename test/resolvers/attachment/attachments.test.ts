import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { startRhythm, type Rhythm } from '../../../src/jobs/rhythm.js';
import { attach, announce, put, REQUEST_UPLOAD } from '../../support/files.js';
import { picture } from '../../support/pictures.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`;
const FILES = `query ($id: ID!) { ticket(id: $id) {
  attachments { id kind purpose visibility name bytes mediaType sha256 width height readyAt url thumbnailUrl addedBy { kind displayName } }
  timeline(first: 50) { nodes { type } }
} }`;

describe('attachments of tickets', () => {
  let server: TestServer;
  let story: Story;
  let e01: Story['harbour']['e01'];
  let jpeg: Buffer;
  let rhythm: Rhythm;
  const ear = rhythmEar();

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database);
    e01 = story.harbour.e01;
    jpeg = await picture({ exif: true, orientation: 6 });
    rhythm = await startRhythm(server.house, ear);
  });
  afterAll(async () => {
    await rhythm.stop();
    await server.close();
    expect([...ear.failures, ...ear.stumbles]).toEqual([]);
  });

  const staff = (role: string): StoryPerson => e01.staff[role]!;
  const report = async (over: object = {}, person = staff('FRONT_DESK')): Promise<string> => {
    const input = { estateId: e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'a tap drips', ...over };
    const { data } = await server.query(REPORT, { input }, person);
    return data.reportRepair.repair.id;
  };
  const residentsTicket = (): Promise<string> =>
    report({ unitId: e01.units[0].id, customerId: e01.resident.subjectId });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the test's own document selects
  const filesOf = async (person: StoryPerson, id: string): Promise<any[]> =>
    (await server.query(FILES, { id }, person)).data.ticket.attachments;
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(new URL(path, server.url), { headers });
  const request = (person: StoryPerson | null, over: object) =>
    server.query(
      REQUEST_UPLOAD,
      {
        input: { subjectKind: 'TICKET', kind: 'PHOTO', purpose: 'AFTER', bytes: 10, name: 'x.jpg', ...over },
      },
      person,
    );
  const codeOf = (answer: { readonly errors?: readonly { readonly extensions: object }[] }): unknown =>
    (answer.errors?.[0]?.extensions as { code?: unknown } | undefined)?.code;

  test('a photo is announced, sent, and shown with its hash, its size upright, and a smaller copy', async () => {
    const id = await report();
    const { url, id: fileId } = await announce(server, staff('TECHNICIAN'), id, jpeg.length, {
      visibility: 'CUSTOMER',
    });
    expect(await filesOf(staff('FRONT_DESK'), id)).toEqual([]);
    const answer = await put(server, url, jpeg);
    expect(answer.status).toBe(201);
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    expect(await answer.json()).toEqual({ attachmentId: fileId, bytes: jpeg.length, sha256 });
    const [file] = await filesOf(staff('FRONT_DESK'), id);
    expect(file).toMatchObject({
      id: fileId,
      mediaType: 'image/jpeg',
      sha256,
      width: 400,
      height: 800,
      addedBy: { kind: 'STAFF', displayName: 'technician' },
    });
    const original = await get(file.url);
    expect(Buffer.from(await original.arrayBuffer()).equals(jpeg)).toBe(true);
    expect(Object.fromEntries(original.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(jpeg.length),
      'content-disposition': expect.stringContaining('inline; filename="tap.jpg"') as unknown,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      etag: `"${sha256}"`,
    });
    const copied = async (): Promise<string | null> => (await filesOf(staff('FRONT_DESK'), id))[0].thumbnailUrl;
    await ear.until(async () => (await copied()) !== null);
    const copy = Buffer.from(await (await get((await copied()) ?? '')).arrayBuffer());
    const meta = await sharp(copy).metadata();
    expect([meta.format, meta.width, meta.height, meta.exif]).toEqual(['webp', 320, 640, undefined]);
    expect((await sharp(jpeg).metadata()).exif).toBeDefined();
    const { data } = await server.query(FILES, { id }, staff('FRONT_DESK'));
    expect(data.ticket.timeline.nodes.map((node: { type: string }) => node.type)).toEqual([
      'ticket.REPAIR_REPORTED',
      'ticket.ATTACHMENT_ADDED',
    ]);
  });

  test('a range of a file is served, beyond its end nothing, and nothing again to who has it', async () => {
    const id = await report();
    await attach(server, staff('FRONT_DESK'), id, jpeg);
    const [{ url, sha256 }] = await filesOf(staff('FRONT_DESK'), id);
    const part = await get(url, { range: 'bytes=2-5' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 2-5/${jpeg.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(jpeg.subarray(2, 6))).toBe(true);
    expect((await get(url, { range: `bytes=${jpeg.length}-` })).status).toBe(416);
    expect((await get(url, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
    expect((await get(url, { range: 'bytes=2-5', 'if-range': '"another"' })).status).toBe(200);
    const head = await fetch(new URL(url, server.url), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  test('an upload that breaks off is sent again to the same link; the same bytes twice are one effect, others refused', async () => {
    const id = await report();
    const { url } = await announce(server, staff('FRONT_DESK'), id, jpeg.length);
    const target = new URL(url, server.url);
    const { connect } = await import('node:net');
    const socket = connect(Number(target.port), target.hostname);
    socket.write(`PUT ${url} HTTP/1.1\r\nhost: x\r\ncontent-length: ${jpeg.length}\r\n\r\n`);
    socket.write(jpeg.subarray(0, 100));
    await new Promise((sent) => setImmediate(sent));
    socket.destroy();
    expect(await filesOf(staff('FRONT_DESK'), id)).toEqual([]);
    const answers = await Promise.all([put(server, url, jpeg), put(server, url, jpeg)]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect((await put(server, url, jpeg)).status).toBe(201);
    const other = Buffer.from(jpeg);
    other[other.length - 1] = 0;
    expect((await put(server, url, other)).status).toBe(409);
    const { data } = await server.query(FILES, { id }, staff('FRONT_DESK'));
    expect(data.ticket.attachments).toHaveLength(1);
    expect(data.ticket.timeline.nodes).toHaveLength(2);
  });

  test.each([
    ['HTML under the name of a photo', 'PHOTO', () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['SVG', 'PHOTO', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a photo that only begins like one', 'PHOTO', () => Buffer.concat([jpeg.subarray(0, 200), Buffer.alloc(500, 60)])],
    ['a photo that is cut', 'PHOTO', () => jpeg.subarray(0, jpeg.length - 600)],
    ['a PDF as a photo', 'PHOTO', () => Buffer.from('%PDF-1.7\n')],
    ['a ZIP as a scan', 'SCAN', () => Buffer.from('PK\u0003\u0004 and so on, and so on')],
    ['a photo as a recording', 'RECORDING', () => jpeg],
    ['nothing that anybody knows', 'SCAN', () => Buffer.alloc(64)],
  ])('%s is INVALID_INPUT, and nothing is shown or kept', async (_what, kind, bytes) => {
    const id = await report();
    const body = bytes();
    const { url, id: fileId } = await announce(server, staff('FRONT_DESK'), id, body.length, { kind });
    const answer = await put(server, url, body);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT', path: 'type' } }] });
    expect(await filesOf(staff('FRONT_DESK'), id)).toEqual([]);
    for await (const { key } of server.house.files.list()) expect(key).not.toContain(fileId);
  });

  test('a photo with a page behind it is a photo: no browser runs anything in it', async () => {
    const id = await report();
    const both = Buffer.concat([jpeg, Buffer.from('<html><script>alert(1)</script></html>')]);
    await attach(server, staff('FRONT_DESK'), id, both, { name: 'page.html' });
    const [file] = await filesOf(staff('FRONT_DESK'), id);
    const answer = await get(file.url);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringContaining('filename="page.html.jpg"') as unknown,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  test('a picture of more pixels than any camera has is refused before it is unpacked', async () => {
    const bomb = await sharp({ create: { width: 8_000, height: 8_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const { url } = await announce(server, staff('FRONT_DESK'), await report(), bomb.length);
    expect((await put(server, url, bomb)).status).toBe(422);
  });

  test('more bytes than announced are not read, fewer are refused, and the length must be said', async () => {
    const { url } = await announce(server, staff('FRONT_DESK'), await report(), 100);
    const more = await put(server, url, jpeg);
    expect([more.status, ((await more.json()) as { errors: { extensions: object }[] }).errors[0]?.extensions]).toEqual([
      429,
      { code: 'LIMIT_EXCEEDED', what: 'bytes', limit: 100, found: jpeg.length },
    ]);
    expect((await put(server, url, Buffer.alloc(50))).status).toBe(422);
    const unsaid = await fetch(new URL(url, server.url), {
      method: 'PUT',
      body: new Blob([new Uint8Array(50)]).stream(),
      duplex: 'half',
    });
    expect(unsaid.status).toBe(422);
  });

  test('a link that is altered, of another door, or over opens nothing, always alike', async () => {
    const id = await report();
    await attach(server, staff('FRONT_DESK'), id, jpeg);
    const [{ url }] = await filesOf(staff('FRONT_DESK'), id);
    const { house } = server;
    const [, , , company = '', file = ''] = (url as string).split('?')[0]!.split('/');
    const past = new Date(Date.now() - 1_000);
    const foreign = await attach(server, story.cedar.e01.staff['FRONT_DESK']!, await cedarsTicket(), jpeg);
    const strange = [
      (url as string).replace('original', 'thumbnail'),
      (url as string).replace(file, foreign),
      (url as string).replace(company, story.cedar.id),
      (url as string).replace(/until=\d+/, 'until=99999999999'),
      `${url as string}x`,
      house.links.write('attachments', [company, file, 'original'], past),
      house.links.write('attachments', [story.cedar.id, file, 'original'], new Date(Date.now() + 60_000)),
      house.links.write('attachments', [company, file, 'secret'], new Date(Date.now() + 60_000)),
      house.links.write('attachments', ['..', '..', 'original'], new Date(Date.now() + 60_000)),
      `/files/attachments/${company}/${file}/original`,
      `/files/attachments/${company}/..%2f..%2f..%2fsecrets.json/original`,
    ];
    for (const path of strange) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const upload = house.links.write('uploads', [company, file], past);
    expect((await put(server, upload, jpeg)).status).toBe(404);
    expect((await put(server, (url as string).replace('attachments', 'uploads'), jpeg)).status).toBe(404);
  });

  const cedarsTicket = async (): Promise<string> => {
    const input = { estateId: story.cedar.e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'x' };
    const { data } = await server.query(REPORT, { input }, story.cedar.e01.staff['FRONT_DESK']);
    return data.reportRepair.repair.id;
  };

  test('D-30 · a resident adds photos to the own ticket, sees what is meant for customers, and of others nothing', async () => {
    const id = await residentsTicket();
    await attach(server, e01.resident, id, jpeg, { purpose: 'REPORTED' });
    await attach(server, staff('TECHNICIAN'), id, jpeg, { visibility: 'CUSTOMER', purpose: 'AFTER' });
    await attach(server, staff('TECHNICIAN'), id, jpeg);
    expect((await filesOf(e01.resident, id)).map((file) => [file.purpose, file.visibility, file.addedBy])).toEqual([
      ['REPORTED', 'CUSTOMER', { kind: 'RESIDENT', displayName: null }],
      ['AFTER', 'CUSTOMER', { kind: 'STAFF', displayName: null }],
    ]);
    expect(await filesOf(staff('TECHNICIAN'), id)).toHaveLength(3);
    expect(codeOf(await request(e01.resident, { subjectId: id, visibility: 'INTERNAL' }))).toBe('INVALID_INPUT');
    expect(codeOf(await request(e01.resident, { subjectId: id, kind: 'RECORDING' }))).toBe('INVALID_INPUT');
    for (const neighbour of [e01.next, e01.former, story.harbour.e02.resident, story.cedar.e01.resident])
      expect(codeOf(await request(neighbour, { subjectId: id }))).toBe('NOT_FOUND');
  });

  test('D-30 · D-16 · a complaint takes files like any ticket: its resident sees those for customers, whom it is about none', async () => {
    const about = staff('TECHNICIAN');
    const LODGE = `mutation ($input: LodgeComplaintInput!) { lodgeComplaint(input: $input) { complaint { id } } }`;
    const lodged = await server.query(
      LODGE,
      {
        input: {
          estateId: e01.id,
          unitId: e01.units[0].id,
          customerId: e01.resident.subjectId,
          channel: 'PHONE',
          subject: 'rude at the door',
          againstStaffId: about.subjectId,
        },
      },
      staff('FRONT_DESK'),
    );
    const id = lodged.data.lodgeComplaint.complaint.id as string;
    await attach(server, e01.resident, id, jpeg, { purpose: 'REPORTED' });
    await attach(server, staff('FRONT_DESK'), id, jpeg, { purpose: 'EVIDENCE' });
    expect(await filesOf(staff('FRONT_DESK'), id)).toHaveLength(2);
    expect((await filesOf(e01.resident, id)).map((file) => file.purpose)).toEqual(['REPORTED']);
    expect(await filesOf(about, id)).toEqual([]);
    expect(codeOf(await request(e01.next, { subjectId: id }))).toBe('NOT_FOUND');
    const sign = `mutation ($input: SignRepairInput!) { signRepair(input: $input) { cursor } }`;
    const input = { ticketId: id, signer: 'CUSTOMER', mode: 'ABSENT', reason: 'x' };
    expect(codeOf(await server.query(sign, { input }, staff('FRONT_DESK')))).toBe('NOT_FOUND');
  });

  test('Q-23 · R-ORG-78 · a recording opens to those who dun and to quality, papers to those who know customers', async () => {
    const id = await report();
    const wav = Buffer.concat([Buffer.from('RIFF$\u0000\u0000\u0000WAVEfmt ', 'latin1'), Buffer.alloc(40)]);
    await attach(server, staff('STEWARD'), id, wav, { kind: 'RECORDING', purpose: 'EVIDENCE', name: 'call.wav' });
    await attach(server, staff('STEWARD'), id, await picture({ format: 'png' }), {
      kind: 'SCAN',
      purpose: 'SIGNATURE',
    });
    await attach(server, staff('STEWARD'), id, jpeg);
    const opens = async (person: StoryPerson): Promise<unknown> =>
      (await filesOf(person, id)).map((file) => file.url !== null);
    expect(await opens(staff('STEWARD'))).toEqual([true, true, true]);
    expect(await opens(staff('SERVICE_MANAGER'))).toEqual([true, true, true]);
    expect(await opens(staff('TECHNICIAN'))).toEqual([false, true, true]);
    expect(await opens(staff('SECURITY'))).toEqual([false, false, true]);
    expect(await opens(story.harbour.staff['QUALITY_OFFICER']!)).toEqual([true, false, true]);
    expect(await opens(story.harbour.staff['COMPANY_LEADER']!)).toEqual([false, false, true]);
    expect(codeOf(await request(staff('STEWARD'), { subjectId: id, kind: 'RECORDING', visibility: 'CUSTOMER' }))).toBe(
      'INVALID_INPUT',
    );
  });

  test('who may, may not, other estate, other company, nobody', async () => {
    const id = await report();
    for (const role of ['FRONT_DESK', 'TECHNICIAN', 'STEWARD', 'ASSISTANT_STEWARD', 'SECURITY', 'CONTROL_ROOM'])
      expect((await request(staff(role), { subjectId: id })).errors).toBeUndefined();
    for (const person of [staff('CASHIER'), staff('TREASURER'), story.harbour.staff['QUALITY_OFFICER']!])
      expect(codeOf(await request(person, { subjectId: id }))).toBe('FORBIDDEN');
    for (const person of [story.harbour.e02.staff['FRONT_DESK']!, story.cedar.e01.staff['FRONT_DESK']!])
      expect(codeOf(await request(person, { subjectId: id }))).toBe('NOT_FOUND');
    expect(codeOf(await request(null, { subjectId: id }))).toBe('UNAUTHENTICATED');
    expect(codeOf(await request(staff('FRONT_DESK'), { subjectId: 'nonsense' }))).toBe('NOT_FOUND');
    expect(
      (await request(staff('FRONT_DESK'), { subjectId: id, bytes: 30 << 20 })).errors?.[0]?.extensions,
    ).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.bytes',
    });
  });

  test('who has lost the right between announcing and sending sends in vain', async () => {
    const id = await report();
    const { url } = await announce(server, staff('ASSISTANT_STEWARD'), id, jpeg.length);
    await server.house.database.superuser.query('delete from role_assignment where staff_id = $1', [
      staff('ASSISTANT_STEWARD').subjectId,
    ]);
    server.house.principals.drop(story.harbour.id);
    expect((await put(server, url, jpeg)).status).toBe(404);
    expect(await filesOf(staff('FRONT_DESK'), id)).toEqual([]);
  });

  test('a subject takes a hundred attachments', async () => {
    const id = await report();
    await server.house.database.superuser.query(
      `insert into attachment (company_id, id, estate_id, subject_kind, subject_id, kind, purpose, visibility, name, bytes, state, account_id, actor_kind, created_at, upload_until, version)
       select $1, gen_random_uuid(), $2, 'TICKET', $3, 'PHOTO', 'AFTER', 'INTERNAL', 'x', 1, 'AWAITED', $4, 'STAFF', now(), now(), 1 from generate_series(1, 100)`,
      [story.harbour.id, e01.id, id, staff('FRONT_DESK').accountId],
    );
    expect(codeOf(await request(staff('FRONT_DESK'), { subjectId: id }))).toBe('LIMIT_EXCEEDED');
  });

  test('attachments of a page of tickets are one statement', async () => {
    const { askThrough } = await import('../../support/ask.js');
    const ask = await askThrough(server.house);
    const PAGE = `query ($first: Int) { tickets(first: $first) { nodes { attachments { id url addedBy { kind } } } } }`;
    expect((await ask(staff('FRONT_DESK'), PAGE, { first: 2 })).statements).toBe(2);
    expect((await ask(staff('FRONT_DESK'), PAGE, { first: 15 })).statements).toBe(2);
  });
});

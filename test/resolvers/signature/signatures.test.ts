import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attach, put } from '../../support/files.js';
import { picture } from '../../support/pictures.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type Answer, type TestServer } from '../../support/test-server.js';

const SIGN = `mutation ($input: SignRepairInput!) { signRepair(input: $input) { cursor repair { id stage version } } }`;
const LINK = `mutation ($input: IssueSignatureLinkInput!) { issueSignatureLink(input: $input) { token expiresAt cursor } }`;
const SHOWN = `query ($token: String!) { signatureRequest(token: $token) { companyName estateName unitCode number subject contentHash completedAt expiresAt } }`;
const UPLOAD = `mutation ($input: RequestLinkUploadInput!) { requestLinkUpload(input: $input) { attachmentId upload { url } } }`;
const BY_LINK = `mutation ($input: SignByLinkInput!) { signByLink(input: $input) { signedAt } }`;
const ORDER = `query ($id: ID!) { ticket(id: $id) { version ... on RepairOrder {
  stage contentHash
  signatures { signer mode missing signerName device reason contentHash signedAt attachment { id url } recordedBy { kind displayName } }
} timeline(first: 50) { nodes { type } } } }`;

describe('signatures under work orders', () => {
  let server: TestServer;
  let story: Story;
  let e01: Story['harbour']['e01'];
  let drawing: Buffer;

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database);
    e01 = story.harbour.e01;
    drawing = await picture({ format: 'png', width: 300, height: 100, colour: '#fff' });
  });
  afterAll(() => server.close());

  const staff = (role: string): StoryPerson => e01.staff[role]!;
  const done = async (person: StoryPerson, verb: string, input: object): Promise<string> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const { data, errors } = await server.query(
      `mutation ($input: ${type}!) { ${verb}(input: $input) { repair { id } } }`,
      { input },
      person,
    );
    if (errors) throw new Error(errors[0]?.message);
    return data[verb].repair.id;
  };
  const completed = async (over: object = {}): Promise<string> => {
    const ticketId = await done(staff('FRONT_DESK'), 'reportRepair', {
      estateId: e01.id,
      unitId: e01.units[0].id,
      customerId: e01.resident.subjectId,
      channel: 'PHONE',
      urgency: 'ORDINARY',
      subject: '水龙头漏水',
      ...over,
    });
    await done(staff('FRONT_DESK'), 'forwardRepair', { ticketId });
    for (const verb of ['acceptRepair', 'startRepair', 'completeRepair'])
      await done(staff('TECHNICIAN'), verb, { ticketId });
    return ticketId;
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the test's own document selects
  const orderOf = async (id: string, person = staff('FRONT_DESK')): Promise<any> =>
    (await server.query(ORDER, { id }, person)).data.ticket;
  const sign = (person: StoryPerson | null, input: object): Promise<Answer> => server.query(SIGN, { input }, person);
  const told = ({ errors }: Answer): unknown => {
    const { code, rule, path } = (errors?.[0]?.extensions ?? {}) as Readonly<Record<string, string>>;
    return rule ?? (path === undefined ? code : `${code} ${path}`);
  };
  const phone = async (ticketId: string): Promise<Record<string, unknown>> => ({
    ticketId,
    signer: 'CUSTOMER',
    mode: 'PHONE',
    contentHash: (await orderOf(ticketId)).contentHash,
    attachmentId: await attach(server, staff('TECHNICIAN'), ticketId, drawing, {
      kind: 'SIGNATURE',
      purpose: 'SIGNATURE',
      visibility: 'CUSTOMER',
    }),
    signerName: '张三',
    device: 'Pixel 9',
  });
  const head = async (ticketId: string): Promise<Record<string, unknown>> => ({
    ticketId,
    signer: 'DEPARTMENT_HEAD',
    mode: 'ACCOUNT',
    contentHash: (await orderOf(ticketId)).contentHash,
  });

  /** A drawing on a ticket of another company. */
  const foreignDrawing = async (): Promise<string> => {
    const { e01: there } = story.cedar;
    const input = { estateId: there.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'x' };
    const { data } = await server.query(
      `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`,
      { input },
      there.staff['FRONT_DESK'],
    );
    const of = { kind: 'SIGNATURE', purpose: 'SIGNATURE', visibility: 'CUSTOMER' };
    return attach(server, there.staff['TECHNICIAN']!, data.reportRepair.repair.id, drawing, of);
  };

  test('R-RPR-11 · R-RPR-12 · the customer signs on the phone, then the head, and the order is SIGNED', async () => {
    const id = await completed();
    expect(told(await sign(staff('ENGINEERING_HEAD'), await head(id)))).toBe('R-RPR-11');
    const input = await phone(id);
    const first = await sign(staff('TECHNICIAN'), { ...input, commandId: crypto.randomUUID() });
    expect(first.data.signRepair.repair).toMatchObject({ stage: 'COMPLETED', version: 6 });
    const last = await sign(staff('ENGINEERING_HEAD'), await head(id));
    expect(last.data.signRepair.repair).toMatchObject({ stage: 'SIGNED', version: 7 });
    const order = await orderOf(id);
    expect(order.signatures).toMatchObject([
      {
        signer: 'CUSTOMER',
        mode: 'PHONE',
        missing: false,
        signerName: '张三',
        device: 'Pixel 9',
        contentHash: order.contentHash,
        attachment: { id: input['attachmentId'] },
        recordedBy: { displayName: 'technician' },
      },
      { signer: 'DEPARTMENT_HEAD', mode: 'ACCOUNT', attachment: null, recordedBy: { displayName: 'engineering_head' } },
    ]);
    expect(order.timeline.nodes.map((node: { type: string }) => node.type).slice(-3)).toEqual([
      'ticket.ATTACHMENT_ADDED',
      'ticket.REPAIR_CUSTOMER_SIGNED',
      'ticket.REPAIR_SIGNED',
    ]);
    const resident = await orderOf(id, e01.resident);
    expect(resident.signatures[0]).toMatchObject({ device: null, recordedBy: { displayName: null } });
    expect(told(await sign(staff('TECHNICIAN'), await phone(id)))).toBe('R-RPR-12');
  });

  test('D-05 · in a common area the head signs alone', async () => {
    const id = await completed({ unitId: null, customerId: null });
    expect(told(await sign(staff('TECHNICIAN'), await phone(id)))).toBe('D-05');
    expect((await sign(staff('ENGINEERING_HEAD'), await head(id))).data.signRepair.repair.stage).toBe('SIGNED');
  });

  test('D-05 · a refused or absent signature is recorded with its reason and flagged; the reason is for staff', async () => {
    const id = await completed();
    expect(told(await sign(staff('TECHNICIAN'), { ticketId: id, signer: 'CUSTOMER', mode: 'REFUSED' }))).toBe(
      'INVALID_INPUT input.reason',
    );
    await sign(staff('TECHNICIAN'), { ticketId: id, signer: 'CUSTOMER', mode: 'ABSENT', reason: '业主外出' });
    const order = await orderOf(id);
    expect(order.signatures).toMatchObject([{ mode: 'ABSENT', missing: true, reason: '业主外出' }]);
    expect(order.timeline.nodes.at(-1).type).toBe('ticket.REPAIR_CUSTOMER_UNSIGNED');
    expect((await orderOf(id, e01.resident)).signatures).toMatchObject([{ missing: true, reason: null }]);
    expect((await sign(staff('ENGINEERING_HEAD'), await head(id))).data.signRepair.repair.stage).toBe('SIGNED');
    const { rows } = await server.house.database.superuser.query<{ facts: unknown }>(
      `select facts from event where subject_id = $1 and type like '%UNSIGNED'`,
      [id],
    );
    expect(JSON.stringify(rows)).not.toContain('业主外出');
  });

  test('a signature binds its content: after a change it is a CONFLICT, and an earlier one no longer counts', async () => {
    const id = await completed();
    const stale = await phone(id);
    await server.house.database.superuser.query('update ticket set visits = visits + 1 where id = $1', [id]);
    const { errors } = await sign(staff('TECHNICIAN'), stale);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', what: 'content', currentVersion: 5 });
    await sign(staff('TECHNICIAN'), await phone(id));
    await server.house.database.superuser.query('update ticket set visits = visits + 1 where id = $1', [id]);
    expect(told(await sign(staff('ENGINEERING_HEAD'), await head(id)))).toBe('R-RPR-11');
    expect(told(await sign(staff('TECHNICIAN'), { ...(await phone(id)), expectedVersion: 1 }))).toBe('CONFLICT');
  });

  test('a drawing signs one order once, and only a drawing or a paper shows a signature', async () => {
    const [id, other] = [await completed(), await completed()];
    const input = await phone(id);
    expect(
      told(await sign(staff('TECHNICIAN'), { ...(await phone(other)), attachmentId: input['attachmentId'] })),
    ).toBe('INVALID_INPUT input.attachmentId');
    const photo = await attach(server, staff('TECHNICIAN'), id, drawing);
    expect(told(await sign(staff('TECHNICIAN'), { ...input, attachmentId: photo }))).toBe(
      'INVALID_INPUT input.attachmentId',
    );
    const paper = { ...input, mode: 'PAPER', device: null, attachmentId: photo };
    expect((await sign(staff('FRONT_DESK'), paper)).errors).toBeUndefined();
    expect(told(await sign(staff('FRONT_DESK'), paper))).toBe('INVALID_INPUT input.attachmentId');
    const far = await foreignDrawing();
    expect(told(await sign(staff('TECHNICIAN'), { ...(await phone(other)), attachmentId: far }))).toBe('NOT_FOUND');
  });

  test('R-ORG-68 · a head who did the work does not sign for it', async () => {
    const id = await completed({ unitId: null, customerId: null });
    await server.house.database.superuser.query('update ticket set assignee_id = $2 where id = $1', [
      id,
      staff('ENGINEERING_HEAD').subjectId,
    ]);
    expect(told(await sign(staff('ENGINEERING_HEAD'), await head(id)))).toBe('R-ORG-68');
    expect((await sign(staff('ESTATE_MANAGER'), await head(id))).data.signRepair.repair.stage).toBe('SIGNED');
  });

  test('who may, may not, other estate, other company, nobody', async () => {
    const id = await completed();
    const missing = { ticketId: id, signer: 'CUSTOMER', mode: 'ABSENT', reason: 'x' };
    for (const person of [staff('CASHIER'), staff('SECURITY'), story.harbour.staff['QUALITY_OFFICER']!])
      expect(told(await sign(person, missing))).toBe('FORBIDDEN');
    expect(told(await sign(e01.resident, missing))).toBe('INVALID_INPUT input.mode');
    for (const person of [story.harbour.e02.staff['TECHNICIAN']!, story.cedar.e01.staff['ENGINEERING_HEAD']!])
      expect(told(await sign(person, missing))).toBe('NOT_FOUND');
    expect(told(await sign(null, missing))).toBe('UNAUTHENTICATED');
    for (const role of ['TECHNICIAN', 'FRONT_DESK', 'STEWARD'])
      expect((await sign(staff(role), missing)).errors).toBeUndefined();
    expect(told(await sign(staff('TECHNICIAN'), await head(id)))).toBe('FORBIDDEN');
    const link = (person: StoryPerson | null) => server.query(LINK, { input: { ticketId: id } }, person);
    expect(told(await link(staff('CASHIER')))).toBe('FORBIDDEN');
    expect(told(await link(story.harbour.e02.staff['TECHNICIAN']!))).toBe('NOT_FOUND');
    expect(told(await link(story.cedar.e01.staff['TECHNICIAN']!))).toBe('NOT_FOUND');
    expect(told(await link(null))).toBe('UNAUTHENTICATED');
  });

  describe('by link', () => {
    const issue = async (ticketId: string): Promise<string> => {
      const { data, errors } = await server.query(LINK, { input: { ticketId } }, staff('FRONT_DESK'));
      if (errors) throw new Error(errors[0]?.message);
      return data.issueSignatureLink.token;
    };
    const draw = async (token: string): Promise<string> => {
      const { data } = await server.query(UPLOAD, { input: { token, bytes: drawing.length } });
      expect((await put(server, data.requestLinkUpload.upload.url, drawing)).status).toBe(201);
      return data.requestLinkUpload.attachmentId;
    };
    const shown = async (token: string) => server.query(SHOWN, { token });

    test('R-RPR-11 · the customer is shown the order and nobody in it, draws, and signs once without signing in', async () => {
      const id = await completed();
      const token = await issue(id);
      const { data } = await shown(token);
      expect(data.signatureRequest).toMatchObject({
        estateName: 'E01 gardens',
        unitCode: '101',
        subject: '水龙头漏水',
      });
      const { contentHash } = data.signatureRequest;
      const attachmentId = await draw(token);
      const input = { token, contentHash, attachmentId, signerName: '李四' };
      const answers = await Promise.all([1, 2].map(() => server.query(BY_LINK, { input })));
      expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined]);
      expect(answers[0]?.data).toEqual(answers[1]?.data);
      const order = await orderOf(id);
      expect(order.signatures).toMatchObject([
        { mode: 'LINK', signerName: '李四', recordedBy: { displayName: 'front_desk' } },
      ]);
      expect(told(await shown(token))).toBe('NOT_FOUND');
      expect(told(await server.query(UPLOAD, { input: { token, bytes: 10 } }))).toBe('NOT_FOUND');
      expect(told(await server.query(BY_LINK, { input: { ...input, attachmentId: id } }))).toBe('NOT_FOUND');
    });

    test('a link that is replaced, altered, over, of a changed order or of a lost right opens nothing, always alike', async () => {
      const id = await completed();
      const old = await issue(id);
      const token = await issue(id);
      expect(told(await shown(old))).toBe('NOT_FOUND');
      expect(told(await shown(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`))).toBe('NOT_FOUND');
      expect(told(await shown(token.replace(story.harbour.id, story.cedar.id)))).toBe('NOT_FOUND');
      expect(told(await shown('gj_sl_nonsense'))).toBe('NOT_FOUND');
      const attachmentId = await draw(token);
      const { contentHash } = (await shown(token)).data.signatureRequest;
      const { superuser } = server.house.database;
      await superuser.query('update ticket set visits = visits + 1 where id = $1', [id]);
      expect(told(await shown(token))).toBe('NOT_FOUND');
      const input = { token, contentHash, attachmentId, signerName: '李四' };
      expect(told(await server.query(BY_LINK, { input }))).toBe('CONFLICT');
      await superuser.query('update ticket set visits = visits - 1 where id = $1', [id]);
      await superuser.query(`update signature_link set expires_at = now() where subject_id = $1`, [id]);
      expect(told(await server.query(BY_LINK, { input }))).toBe('NOT_FOUND');
    });

    test('a link takes five drawings, and is not made for a common area or an unfinished order', async () => {
      const token = await issue(await completed());
      for (let i = 0; i < 5; i += 1)
        expect((await server.query(UPLOAD, { input: { token, bytes: 10 } })).errors).toBeUndefined();
      expect(told(await server.query(UPLOAD, { input: { token, bytes: 10 } }))).toBe('LIMIT_EXCEEDED');
      const stairs = await completed({ unitId: null, customerId: null });
      expect(told(await server.query(LINK, { input: { ticketId: stairs } }, staff('FRONT_DESK')))).toBe('D-05');
      const fresh = await done(staff('FRONT_DESK'), 'reportRepair', {
        estateId: e01.id,
        unitId: e01.units[0].id,
        channel: 'PHONE',
        urgency: 'ORDINARY',
        subject: 'x',
      });
      expect(told(await server.query(LINK, { input: { ticketId: fresh } }, staff('FRONT_DESK')))).toBe('R-RPR-12');
    });
  });
});

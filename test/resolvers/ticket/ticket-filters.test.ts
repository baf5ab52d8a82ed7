import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/entities/new-id.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryEstate, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const LIST = `query ($filter: TicketFilter, $orderBy: TicketOrder, $first: Int, $after: String) {
  tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    nodes { number estate { id } unit { building { code } } customer { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** A ticket as it is planted; what is not said is a closed repair that came by telephone. */
interface Planted {
  readonly number: string;
  readonly estate: StoryEstate;
  readonly companyId: string;
  readonly day: number;
  readonly columns?: Readonly<Record<string, unknown>>;
}

describe('the lists that people work from', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    ask = await askThrough(house);
    await plantStory();
  });
  afterAll(() => house.close());

  const plant = async ({ number, estate, companyId, day, columns = {} }: Planted): Promise<string> => {
    const id = newId();
    const at = new Date(Date.UTC(2026, 0, day));
    const row = {
      ...{ company_id: companyId, id, estate_id: estate.id, number, kind: 'REPAIR', phase: 'OPEN', stage: 'REPORTED' },
      ...{ urgency: 'ORDINARY', version: 1, channel: 'PHONE', subject: number, visits: 0, reported_at: at, ...columns },
    };
    await house.database.superuser.query(
      `insert into ticket (${Object.keys(row).join(', ')}) values (${Object.keys(row)
        .map((_, i) => `$${i + 1}`)
        .join(', ')})`,
      Object.values(row),
    );
    return id;
  };

  /** The same tickets on both estates of both companies, so that whatever leaks is seen. */
  const plantStory = async (): Promise<void> => {
    const { superuser } = house.database;
    for (const company of [story.harbour, story.cedar])
      for (const estate of [company.e01, company.e02]) {
        const technician = estate.staff['TECHNICIAN']?.subjectId;
        const helper = estate.staff['ENGINEERING_HEAD']?.subjectId;
        const whole = { companyId: company.id, estate };
        const complaint = { kind: 'COMPLAINT', urgency: null, complaint_class: 'MAJOR' };
        await plant({ ...whole, number: 'letter', day: 1, columns: { channel: 'LETTER' } });
        await plant({ ...whole, number: 'unit', day: 2, columns: { unit_id: estate.units[0].id } });
        const crew = await plant({
          ...{ ...whole, number: 'crew', day: 3 },
          columns: { assignee_id: technician, phase: 'IN_PROGRESS', stage: 'ON_SITE' },
        });
        await plant({
          ...{ ...whole, number: 'closed', day: 4 },
          columns: { phase: 'CLOSED', stage: 'CLOSED', assignee_id: helper, closed_at: new Date(Date.UTC(2026, 1, 4)) },
        });
        await plant({
          ...{ ...whole, number: 'cancelled', day: 5 },
          columns: { phase: 'CANCELLED', stage: 'CANCELLED', closed_at: new Date(Date.UTC(2026, 1, 3)) },
        });
        await plant({
          ...{ ...whole, number: 'again', day: 6 },
          columns: { ...complaint, phase: 'IN_PROGRESS', stage: 'WITH_DEPARTMENT', reopenings: 1 },
        });
        const said = { phase: 'RESOLVED', stage: 'COMPLETED' };
        await plant({
          ...{ ...whole, number: 'said', day: 7 },
          columns: { ...said, subject: '报修', description: '业主说厨房水管漏水，很急。', contact_name: '王漏水' },
        });
        await plant({
          ...{ ...whole, number: 'R26-0042', day: 8 },
          columns: { ...said, subject: 'ＷＡＴＥＲ leaks, １２栋', description: '50%_off' },
        });
        await superuser.query(
          `insert into repair_worker (company_id, ticket_id, visit_number, staff_id, estate_id, helps)
           values ($1, $2, 1, $3, $4, true)`,
          [company.id, crew, helper, estate.id],
        );
      }
  };

  const numbers = async (person: StoryPerson | undefined, filter: object, orderBy = 'REPORTED_AT_ASC') => {
    const { data, refusals } = await ask(person, LIST, { filter, orderBy, first: 100 });
    expect(refusals).toEqual([]);
    return (data.tickets.nodes as { number: string }[]).map((node) => node.number);
  };

  test('R-RPR-02 · each filter of a list finds exactly these, of the own estate', async () => {
    const { e01 } = story.harbour;
    const desk = e01.staff['FRONT_DESK'];
    const [technician, helper] = [e01.staff['TECHNICIAN']?.subjectId, e01.staff['ENGINEERING_HEAD']?.subjectId];
    for (const [filter, expected] of [
      [{ channels: ['LETTER'] }, ['letter']],
      [{ channels: ['LETTER', 'MEDIA'] }, ['letter']],
      [{ channels: [] }, []],
      [{ buildingId: e01.buildingId }, ['unit']],
      [{ handledById: helper }, ['crew', 'closed']],
      [{ handledById: technician }, ['crew']],
      [{ assigneeId: helper }, ['closed']],
      [{ handledById: helper, phases: ['CLOSED'] }, ['closed']],
      [{ closedFrom: '2026-02-03T00:00:00Z' }, ['closed', 'cancelled']],
      [{ closedFrom: '2026-02-03T00:00:00Z', closedTo: '2026-02-04T00:00:00Z' }, ['cancelled']],
      [{ reopened: true }, ['again']],
      [{ reopened: false, phases: ['IN_PROGRESS'] }, ['crew']],
      [{ assigned: false, phases: ['OPEN'] }, ['letter', 'unit']],
      [{ stages: ['ON_SITE'], complaintStages: ['WITH_DEPARTMENT'] }, ['crew', 'again']],
      [{ stages: ['ON_SITE'], phases: ['OPEN'] }, []],
      [{ complaintClasses: ['MAJOR'] }, ['again']],
    ] as const)
      expect({ filter, found: await numbers(desk, filter) }).toEqual({ filter, found: expected });
  });

  test('stages are asked for by kind: each finds its own alone, beside those of other kinds the one or the other', async () => {
    const whole = { companyId: story.cedar.id, estate: story.cedar.e02 };
    const [major, plain] = [{ urgency: null, complaint_class: 'MAJOR' }, { urgency: null }];
    for (const [kind, stage, phase, columns] of [
      ['COMPLAINT', 'CANCELLED', 'CANCELLED', major],
      ['ENQUIRY', 'CANCELLED', 'CANCELLED', plain],
      ['SUGGESTION', 'CANCELLED', 'CANCELLED', plain],
      ['SERVICE_REQUEST', 'CANCELLED', 'CANCELLED', plain],
      ['HELP_CALL', 'CANCELLED', 'CANCELLED', plain],
      ['ENQUIRY', 'WITH_DEPARTMENT', 'IN_PROGRESS', plain],
    ] as const)
      await plant({ ...whole, number: `${kind} ${stage}`, day: 9, columns: { kind, stage, phase, ...columns } });
    const desk = story.cedar.e02.staff['FRONT_DESK'];
    const ended = ['CANCELLED'];
    for (const [filter, expected] of [
      [{ stages: ended }, ['cancelled']],
      [{ complaintStages: ended }, ['COMPLAINT CANCELLED']],
      [{ enquiryStages: ended }, ['ENQUIRY CANCELLED']],
      [{ suggestionStages: ended }, ['SUGGESTION CANCELLED']],
      [{ serviceStages: ended }, ['SERVICE_REQUEST CANCELLED']],
      [{ helpCallStages: ended }, ['HELP_CALL CANCELLED']],
      [{ enquiryStages: ['WITH_DEPARTMENT', 'ANSWERED'] }, ['ENQUIRY WITH_DEPARTMENT']],
      [
        { enquiryStages: ['WITH_DEPARTMENT'], complaintStages: ['WITH_DEPARTMENT'] },
        ['again', 'ENQUIRY WITH_DEPARTMENT'],
      ],
      [{ enquiryStages: ended, phases: ['IN_PROGRESS'] }, []],
      [{ helpCallStages: [] }, []],
    ] as const)
      expect({ filter, found: await numbers(desk, filter) }).toEqual({ filter, found: expected });
    await house.database.superuser.query(`delete from ticket where company_id = $1 and number ~ '^[A-Z_]+ '`, [
      story.cedar.id,
    ]);
  });

  test('the lists of a company have both its estates and nothing of another; ids of others match nothing', async () => {
    const officer = story.harbour.staff['QUALITY_OFFICER'];
    expect(await numbers(officer, { reopened: true })).toEqual(['again', 'again']);
    expect(await numbers(officer, { channels: ['LETTER'], estateIds: [story.harbour.e02.id] })).toEqual(['letter']);
    const { e01 } = story.cedar;
    const strange = [newId(), 'nonsense', e01.id, e01.buildingId, String(e01.staff['TECHNICIAN']?.subjectId)];
    for (const id of strange)
      for (const filter of [{ buildingId: id }, { handledById: id }, { categoryId: id }, { departmentId: id }])
        expect(await numbers(officer, filter)).toEqual([]);
    const desk = story.harbour.e01.staff['FRONT_DESK'];
    expect(await numbers(desk, { buildingId: story.harbour.e02.buildingId })).toEqual([]);
  });

  test('ended tickets are listed by their end, each once, however pages are cut and whatever comes in meanwhile', async () => {
    const officer = story.cedar.staff['QUALITY_OFFICER'];
    expect(await numbers(officer, {}, 'CLOSED_AT_DESC')).toEqual(['closed', 'closed', 'cancelled', 'cancelled']);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Asked = await ask(officer, LIST, { orderBy: 'CLOSED_AT_ASC', first: 1, after });
      seen.push(...(data.tickets.nodes as { number: string }[]).map((node) => node.number));
      after = data.tickets.pageInfo.hasNextPage ? (data.tickets.pageInfo.endCursor as string) : null;
      await plant({
        ...{ companyId: story.cedar.id, estate: story.cedar.e01, number: `early ${seen.length}`, day: 1 },
        columns: { phase: 'CLOSED', stage: 'CLOSED', closed_at: new Date(Date.UTC(2026, 0, 1, seen.length)) },
      });
    } while (after !== null);
    expect(seen).toEqual(['cancelled', 'cancelled', 'closed', 'closed']);
  });

  test('a page by any filter is at most six statements', async () => {
    const { e01 } = story.harbour;
    for (const filter of [
      { buildingId: e01.buildingId },
      { handledById: e01.staff['ENGINEERING_HEAD']?.subjectId, phases: ['CLOSED', 'IN_PROGRESS'] },
      { channels: ['LETTER', 'PHONE'], reopened: false, assigned: false },
    ])
      expect((await ask(e01.staff['FRONT_DESK'], LIST, { filter })).statements).toBeLessThanOrEqual(6);
  });

  test('漏水 is found inside a sentence, in any width and case, on the own estates only, and gone with the words', async () => {
    const { e01 } = story.harbour;
    const desk = e01.staff['FRONT_DESK'];
    for (const [text, expected] of [
      ['漏水', ['said']],
      ['厨房 漏水', ['said']],
      ['厨房漏水', []],
      ['水管漏水', ['said']],
      ['急 漏水', ['said']],
      ['王漏水', []],
      ['ｗａｔｅｒ', ['R26-0042']],
      ['ATER LEAK', ['R26-0042']],
      ['12栋', ['R26-0042']],
      ['r26-0042', ['R26-0042']],
      ['R26-004', []],
      ['50%', ['R26-0042']],
      ['50x', []],
      ['%%50__', ['R26-0042']],
      ['漏水'.repeat(50), []],
    ] as const)
      expect({ text, found: await numbers(desk, { text }) }).toEqual({ text, found: expected });
    expect(await numbers(story.harbour.staff['QUALITY_OFFICER'], { text: '漏水' })).toEqual(['said', 'said']);
    expect(await numbers(story.harbour.staff['QUALITY_OFFICER'], { text: '漏水', estateIds: [e01.id] })).toEqual([
      'said',
    ]);
    expect(await numbers(desk, { text: '漏水', estateIds: [story.cedar.e01.id, story.harbour.e02.id] })).toEqual([]);
    expect(await numbers(desk, { text: '漏水', phases: ['OPEN'] })).toEqual([]);
    expect(await numbers(e01.resident, { text: '漏水' })).toEqual([]);
    const { statements } = await ask(desk, LIST, { filter: { text: '漏水' } });
    expect(statements).toBeLessThanOrEqual(6);
    await house.database.superuser.query(
      `update ticket set subject = '-', description = null where company_id = $1 and estate_id = $2 and number = 'said'`,
      [story.cedar.id, story.cedar.e02.id],
    );
    expect(await numbers(story.cedar.e02.staff['FRONT_DESK'], { text: '漏水' })).toEqual([]);
    expect(await numbers(story.cedar.e01.staff['FRONT_DESK'], { text: '漏水' })).toEqual(['said']);
  });

  test('a list walked because a word is common answers as one that is looked up', async () => {
    const { e01 } = story.cedar;
    const { occupancyId } = e01.resident;
    await house.database.superuser.query(
      `update ticket set occupancy_id = $3, unit_id = $4 where company_id = $1 and estate_id = $2 and number = 'R26-0042'`,
      [story.cedar.id, e01.id, occupancyId, e01.units[0].id],
    );
    for (const text of ['leak', 'r26-0042', '12栋 water'])
      expect({ text, found: await numbers(e01.resident, { text }) }).toEqual({ text, found: ['R26-0042'] });
    for (const text of ['r26-004', '漏水', 'waterleak'])
      expect({ text, found: await numbers(e01.resident, { text }) }).toEqual({ text, found: [] });
  });

  test('a text with too little or too much to look up is INVALID_INPUT with its path', async () => {
    const desk = story.harbour.e01.staff['FRONT_DESK'];
    for (const text of ['灯', '%%', '水 电', 'a b', '漏水 '.repeat(2).concat('aa bb cc dd ee ff gg hh')]) {
      const { facts } = await ask(desk, LIST, { filter: { text } });
      expect(facts).toMatchObject([{ code: 'INVALID_INPUT', path: 'filter.text' }]);
    }
    for (const text of ['漏'.repeat(3000), '', ' ', 'a\u0000b'])
      expect((await ask(desk, LIST, { filter: { text } })).refusals).toHaveLength(1);
  });

  test('the look-up of words asks itself what the fence would: the session’s company and estates, staff alone', async () => {
    const { superuser } = house.database;
    const { harbour } = story;
    const found = async (
      settings: object,
      company = harbour.id,
      estates: string[] | null = null,
      most: number | null = 100,
    ): Promise<unknown> => {
      await superuser.query('begin');
      await superuser.query('set local role guanjia_api');
      for (const [name, value] of Object.entries({ company: harbour.id, audience: 'staff', ...settings }))
        await superuser.query('select set_config($1, $2, true)', [`app.${name}`, value]);
      const { rows } = await superuser.query<{ count: number; ids: number }>(
        `select count(*)::int as count, count(id)::int as ids from tickets_with_words($1, $2, array['漏水'], '漏水', $3) as id`,
        [company, estates, most],
      );
      await superuser.query('rollback');
      const [{ count, ids } = { count: -1, ids: -1 }] = rows;
      return count === ids ? count : `${count} unnamed`;
    };
    expect(await found({ all_estates: 'on' })).toBe(2);
    expect(await found({ all_estates: 'on' }, harbour.id, [harbour.e01.id])).toBe(1);
    expect(await found({ estates: `{${harbour.e01.id}}` })).toBe(1);
    expect(await found({ estates: `{${harbour.e01.id}}` }, harbour.id, [harbour.e02.id])).toBe(0);
    expect(await found({})).toBe(0);
    expect(await found({ all_estates: 'on' }, story.cedar.id)).toBe(0);
    expect(await found({ all_estates: 'on', company: '' })).toBe(0);
    expect(await found({ all_estates: 'on', audience: 'resident' })).toBe(0);
    const one = `{${harbour.e01.id}}`;
    expect(await found({ estates: one }, harbour.id, null, 3)).toBe(1);
    expect(await found({ estates: one }, harbour.id, null, 2)).toBe('2 unnamed');
    expect(await found({ all_estates: 'on' }, harbour.id, null, null)).toBe(2);
  });

  test('counts by facet come from one statement, within the estates of the asker, whatever the filter', async () => {
    const { e01 } = story.harbour;
    const FACETS = `query ($filter: TicketFilter) {
      ticketFacets(filter: $filter) { total complete facets { facet others values { value count } } }
    }`;
    const counted = async (person: StoryPerson | undefined, filter: object = {}) => {
      const { data, refusals, statements } = await ask(person, FACETS, { filter });
      expect(refusals).toEqual([]);
      const facets = (data.ticketFacets.facets as { facet: string; values: { value: string; count: number }[] }[]).map(
        ({ facet, values }) => [facet, Object.fromEntries(values.map(({ value, count }) => [value, count]))] as const,
      );
      return { total: data.ticketFacets.total as number, statements, ...Object.fromEntries(facets) };
    };
    expect(await counted(e01.staff['FRONT_DESK'])).toMatchObject({
      total: 8,
      statements: 1,
      KIND: { REPAIR: 7, COMPLAINT: 1 },
      PHASE: { OPEN: 2, IN_PROGRESS: 2, RESOLVED: 2, CLOSED: 1, CANCELLED: 1 },
      STAGE: { REPORTED: 2, COMPLETED: 2, ON_SITE: 1, WITH_DEPARTMENT: 1, CLOSED: 1, CANCELLED: 1 },
      COMPLAINT_CLASS: { MAJOR: 1, null: 7 },
      CHANNEL: { PHONE: 7, LETTER: 1 },
      BUILDING: { [e01.buildingId]: 1, null: 7 },
      ESTATE: { [e01.id]: 8 },
      CATEGORY: { null: 8 },
    });
    expect(await counted(e01.staff['FRONT_DESK'], { text: '漏水' })).toMatchObject({ total: 1, statements: 2 });
    expect(await counted(story.harbour.staff['QUALITY_OFFICER'], { reopened: true })).toMatchObject({
      total: 2,
      ESTATE: { [e01.id]: 1, [story.harbour.e02.id]: 1 },
    });
    expect(await counted(e01.staff['FRONT_DESK'], { estateIds: [story.cedar.e01.id] })).toMatchObject({ total: 0 });
    const named = await ask(
      e01.staff['FRONT_DESK'],
      '{ ticketFacets { facets { facet values { value building { id } estate { id } category { id } department { id } } } } }',
    );
    const values = (named.data.ticketFacets.facets as { facet: string; values: object[] }[]).flatMap(
      ({ facet, values: of }) => (facet === 'BUILDING' || facet === 'ESTATE' ? of : []),
    );
    expect(values).toContainEqual(expect.objectContaining({ building: { id: e01.buildingId } }));
    expect(values).toContainEqual(expect.objectContaining({ estate: { id: e01.id } }));
    expect((await ask(e01.staff['CASHIER'], FACETS)).facts).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await ask(undefined, FACETS)).facts).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
  });

  test('a word that more than twenty thousand tickets of a company say is found page by page, on each estate its own', async () => {
    const { e01, e02, id, staff } = story.cedar;
    await house.database.superuser.query(
      `insert into ticket (company_id, id, estate_id, number, kind, phase, stage, urgency, version, channel, subject, visits, reported_at)
       select $1, gen_random_uuid(), case when i % 1000 = 0 then $3::uuid else $2::uuid end, 'C' || i, 'REPAIR', 'OPEN',
              'REPORTED', 'ORDINARY', 1, 'PHONE', '楼道灯不亮', 0, timestamptz '2025-01-01Z' + i * interval '1 minute'
         from generate_series(1, 20100) as i`,
      [id, e01.id, e02.id],
    );
    const own = Array.from({ length: 20 }, (_, i) => `C${(i + 1) * 1000}`);
    expect(await numbers(e02.staff['FRONT_DESK'], { text: '楼道灯' })).toEqual(own);
    expect(await numbers(e02.staff['FRONT_DESK'], { text: '楼道灯' }, 'REPORTED_AT_DESC')).toEqual(own.toReversed());
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Asked = await ask(e02.staff['FRONT_DESK'], LIST, { filter: { text: '不亮' }, first: 7, after });
      seen.push(...(data.tickets.nodes as { number: string }[]).map((node) => node.number));
      after = data.tickets.pageInfo.hasNextPage ? (data.tickets.pageInfo.endCursor as string) : null;
    } while (after !== null);
    expect(seen).toEqual(own.toReversed());
    const first = await numbers(staff['QUALITY_OFFICER'], { text: '楼道灯' });
    expect(first).toEqual(Array.from({ length: 100 }, (_, i) => `C${i + 1}`));
  });
});

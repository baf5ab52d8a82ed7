import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { graphql, GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { DomainError } from '../../../src/domain/errors.js';
import { newId } from '../../../src/entities/new-id.js';
import { buildApiSchema } from '../../../src/server/execution/build-api-schema.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { principalOf, tellStory, type Story, type StoryEstate, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

interface Answered {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  readonly data: any;
  readonly refusals: readonly unknown[];
  readonly statements: number;
}

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
  let schema: GraphQLSchema;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    schema = await buildApiSchema();
    await plantStory();
  });
  afterAll(() => house.close());

  const ask = async (
    person: StoryPerson | undefined,
    source: string,
    variableValues: Readonly<Record<string, unknown>> = {},
  ): Promise<Answered> => {
    const principal = person ? await principalOf(house, person) : null;
    const ctx = new RequestContext(house, principal, { requestId: 'test', address: '', transport: 'http' });
    const answer: ExecutionResult = await graphql({ schema, source, variableValues, contextValue: ctx });
    await ctx.renew();
    const refusals = (answer.errors ?? []).map((error) => {
      let cause: unknown = error;
      while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
      return cause instanceof DomainError ? { code: cause.code, facts: cause.facts } : cause;
    });
    return { data: answer.data, refusals, statements: ctx.statements };
  };

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
      const { data }: Answered = await ask(officer, LIST, { orderBy: 'CLOSED_AT_ASC', first: 1, after });
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
});

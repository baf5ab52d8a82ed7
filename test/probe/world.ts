import { tellStory, type Story, type StoryEstate, type StoryPerson } from '../support/story.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { canary } from './canary.js';

/** A server whose every text is a canary: two companies alike, each with residents' repairs on both estates. */
export interface ProbeWorld {
  readonly server: TestServer;
  readonly story: Story;
}

export const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id number } cursor } }`;

/** Starts the server and tells the story; the caller closes the server. */
export async function openProbeWorld(options: Parameters<typeof startTestServer>[0] = {}): Promise<ProbeWorld> {
  const server = await startTestServer(options);
  const story = await tellStory(server.house.database, { mark: canary });
  for (const company of [story.harbour, story.cedar])
    for (const estate of [company.e01, company.e02])
      for (const [person, unit] of [
        [estate.resident, estate.units[0]],
        [estate.next, estate.units[1]],
      ] as const) {
        const whose = { company: company.code, estate: estate.code, person: person.login.split('@')[0] ?? '' };
        const input = {
          estateId: estate.id,
          unitId: unit.id,
          customerId: person.subjectId,
          channel: 'PHONE',
          urgency: 'ORDINARY',
          subject: canary(whose, 'tap drips'),
          description: canary(whose, 'since noon'),
          contactName: canary(whose, '李四'),
          contactPhone: '13711112222',
          commandId: crypto.randomUUID(),
        };
        const { errors } = await server.query(REPORT, { input }, staffOf(estate, 'FRONT_DESK'));
        if (errors) throw new Error(`The story's repair was refused: ${errors[0]?.message ?? ''}`);
      }
  return { server, story };
}

/** The one person of a role. @throws Error when the story has none */
export function staffOf(of: Pick<StoryEstate, 'staff'>, role: string): StoryPerson {
  const found = of.staff[role];
  if (!found) throw new Error(`The story has no ${role}.`);
  return found;
}

/** A repair of harbour's first estate that nobody elsewhere may hear of. */
export const strangersRepair = (story: Story) => ({
  estateId: story.harbour.e01.id,
  channel: 'PHONE',
  urgency: 'ORDINARY',
  subject: canary({ company: 'harbour', estate: 'E01', person: 'resident9' }, 'lift stands'),
});

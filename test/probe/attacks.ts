import type { Story, StoryPerson } from '../support/story.js';
import { staffOf, type ProbeWorld } from './world.js';

/** Somebody who asks for what belongs to harbour's first estate. */
export interface Attack {
  readonly title: string;
  readonly attacker: (story: Story) => StoryPerson | null;
  /** Canaries that the attacker must never see. */
  readonly forbidden: RegExp;
  /** Rows of the victim's estate that the attacker may well see: an occupant's own and the estate's common ones. */
  readonly allowed?: (world: ProbeWorld) => Promise<readonly string[]>;
}

const ANOTHER_COMPANY = /KANARI\.harbour|1380000/;
const ANOTHER_ESTATE = /KANARI\.harbour\.E01/;

/** Everybody who is a stranger to harbour's first estate, or to one of its residents. */
export const ATTACKS: readonly Attack[] = [
  {
    title: 'R-ORG-78 · head office of another company',
    attacker: ({ cedar }) => staffOf(cedar, 'COMPANY_ADMIN'),
    forbidden: ANOTHER_COMPANY,
  },
  {
    title: 'R-ORG-78 · the front desk of another company',
    attacker: ({ cedar }) => staffOf(cedar.e01, 'FRONT_DESK'),
    forbidden: ANOTHER_COMPANY,
  },
  {
    title: 'R-ORG-78 · a resident of another company',
    attacker: ({ cedar }) => cedar.e01.resident,
    forbidden: ANOTHER_COMPANY,
  },
  ...['ESTATE_MANAGER', 'FRONT_DESK', 'TECHNICIAN', 'CASHIER'].map((role) => ({
    title: `R-ORG-78 · ${role} of another estate`,
    attacker: ({ harbour }: Story) => staffOf(harbour.e02, role),
    forbidden: ANOTHER_ESTATE,
  })),
  ...(['former', 'resident'] as const).map((who) => ({
    title: `D-30 · the ${who} occupant looks for the next one`,
    attacker: ({ harbour }: Story) => harbour.e01[who],
    forbidden:
      who === 'former'
        ? /KANARI\.harbour\.E01\.resident[13]\.|KANARI\.harbour\.E02/
        : /KANARI\.harbour\.E01\.resident[23]\.|KANARI\.harbour\.E02/,
    allowed: (world: ProbeWorld) => commonIds(world, world.story.harbour.e01[who]),
  })),
  {
    title: 'D-30 · the next occupant looks for the former one',
    attacker: ({ harbour }) => harbour.e01.next,
    forbidden: /KANARI\.harbour\.E01\.resident[12]\.|KANARI\.harbour\.E02/,
    allowed: (world) => commonIds(world, world.story.harbour.e01.next),
  },
  { title: 'anonymous', attacker: () => null, forbidden: /KANARI|1380000/ },
];

/** What every occupant of the estate may see, and what is this one's own. */
async function commonIds({ server }: ProbeWorld, own: StoryPerson): Promise<string[]> {
  const { rows } = await server.house.database.superuser.query<{ id: string }>(
    `select id from building where company_id = $1 union all select id from estate where company_id = $1
     union all select id from department where company_id = $1 union all select id from staff where company_id = $1
     union all select unit_id from occupancy where company_id = $1 and customer_id = $2
     union all select id from ticket where company_id = $1 and occupancy_id = $3
     union all select id from notification where company_id = $1 and recipient_id = $2
     union all values ($2::uuid), ($3::uuid), ($1::uuid), ($4::uuid)`,
    [own.companyId, own.subjectId, own.occupancyId, own.accountId],
  );
  return rows.map((row) => row.id);
}

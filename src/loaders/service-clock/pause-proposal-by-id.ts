import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';

/** Proposals of pauses beyond the cap by id; whoever sees the approval sees what is to be approved. */
export const pauseProposalById = (ctx: RequestContext) =>
  ctx.moment.once(pauseProposalById, () =>
    byId((ids) =>
      ctx.moment.read(
        PROPOSALS.where('p.company_id', '=', ctx.asker.companyId).where(sql<boolean>`p.id = any(${ids}::uuid[])`),
      ),
    ),
  );

const PROPOSALS = sqlFor
  .selectFrom('clock_pause_proposal as p')
  .innerJoin('ticket_note as n', (join) =>
    join.onRef('n.company_id', '=', 'p.company_id').onRef('n.id', '=', 'p.note_id'),
  )
  .select(columns('p', 'id', 'ticket_id', 'clock_id', 'reason', 'until_at', 'proposed_at'))
  .select('n.text as note');

export type PauseProposalRow = NonNullable<Awaited<ReturnType<ReturnType<typeof pauseProposalById>['load']>>>;

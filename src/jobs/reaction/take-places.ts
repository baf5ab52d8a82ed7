import type { CommandContext } from '../../services/command/command-context.js';
import type { CommandInput } from '../../services/command/run-command.js';
import type { Reaction } from './reaction.js';

/** A place under this name says that the company was there when its reactions were first seen to. */
const KNOWN = '*';

const TAKE = `
insert into reaction_place (company_id, name, seq, failures)
select h.company_id, r.name,
       case when r.beginning or not exists (select 1 from reaction_place k where k.company_id = $1 and k.name = $2)
            then 0 else h.seq end, 0
  from company_head h, jsonb_to_recordset($3::jsonb) as r(name text, beginning boolean)
 where h.company_id = $4
on conflict do nothing`;

/**
 * Gives reactions that are new to a company their place: in a company that was there before them at the head, or at the
 * beginning where they say so; in a new company at the beginning, so that nothing of it is missed.
 */
export async function takePlaces(
  ctx: CommandContext,
  { reactions }: CommandInput & { readonly reactions: readonly Reaction[] },
): Promise<Record<string, never>> {
  const places = [
    ...reactions.map(({ name, from }) => ({ name, beginning: from === 'BEGINNING' })),
    { name: KNOWN, beginning: true },
  ];
  await ctx.execute(TAKE, [ctx.companyId, KNOWN, JSON.stringify(places), ctx.companyId]);
  return {};
}

import type { CommandContext } from '../../services/command/command-context.js';
import { runCommand } from '../../services/command/run-command.js';
import type { House } from '../../tenancy/house.js';
import { DEAD_QUEUE } from '../job/queues.js';
import { systemPrincipal } from '../system-principal.js';
import type { Parked } from './parked.js';

const JOB = `delete from pgboss.job where name = $1 and id = $2 and state = 'created'`;
const TIMER = 'delete from timer where company_id = $1 and id = $2 and due_at is null returning 1';
const EVENT = 'delete from parked_event where company_id = $1 and seq = $2 and reaction = $3 returning 1';

/**
 * Gives up something that is parked: its effect never happens.
 * @returns whether it was still parked
 */
export async function dropParked(house: House, parked: Parked): Promise<boolean> {
  if (parked.kind === 'job') return (await house.pool.query(JOB, [DEAD_QUEUE, parked.row])).rowCount === 1;
  return (await runCommand(house, systemPrincipal(parked.companyId), dropRow, { parked })).done;
}

async function dropRow(ctx: CommandContext, { parked }: { readonly commandId?: null; readonly parked: Parked }) {
  const { kind, name, row } = parked;
  const dropped =
    kind === 'timer'
      ? await ctx.execute(TIMER, [ctx.companyId, row])
      : await ctx.execute(EVENT, [ctx.companyId, row, name]);
  return { done: dropped.length > 0 };
}

import type { MatrixRow } from '../../domain/notification/matrix-row.js';
import { rowsFor } from '../../domain/notification/matrix.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { happeningOf, type LoggedEvent } from './steps/happening-of.js';
import { notify } from './steps/notify.js';
import { peopleOf } from './steps/people-of.js';

/**
 * Tells members of staff of what has happened, as the matrix of domain section 44 says: each person once an event, by
 * the first row that means the person; never who did it, nor whom a complaint is about.
 * @rule D-11 @rule D-16 @rule R-ESC-02
 */
export async function tellStaffOf(ctx: CommandContext, event: LoggedEvent): Promise<void> {
  const happening = await happeningOf(ctx, event);
  if (!happening) return;
  const { estateId, occurredAt, actorId } = event;
  const { subject, ticketRow } = happening;
  const settled = new Set([actorId, ticketRow?.againstStaffId]);
  for (const row of rowsFor(happening)) {
    if (!(await isWanted(ctx, row, estateId))) continue;
    const people: string[] = [];
    for (const recipient of row.whom)
      for (const id of await peopleOf(ctx, recipient, happening, estateId))
        if (!settled.has(id)) {
          settled.add(id);
          people.push(id);
        }
    notify(ctx, { kind: row.kind, people, subject, estateId, occurredAt });
  }
}

/** Whether the company leaves the row on. */
async function isWanted(ctx: CommandContext, { asSet }: MatrixRow, estateId: string | null): Promise<boolean> {
  if (asSet === undefined) return true;
  const policy = await policyInForce(ctx, 'R-ESC-02', estateId, await dayAt(ctx, estateId, ctx.clock.now()));
  return policy[asSet];
}

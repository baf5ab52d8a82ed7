import type { Role } from '../../../domain/identity/role.js';
import { CLOCKS } from '../../../domain/service-clock/clock-definitions.js';
import type { CommandContext } from '../../command/command-context.js';
import { whoIsTold } from '../../duty/steps/who-is-told.js';
import { notify } from '../../notification/steps/notify.js';
import type { KeptChange } from './keep-clocks.js';

/**
 * Tells the posts that a passed limit concerns, whoever stands there now; nobody of a complaint about themselves.
 * @rule R-RPR-05 @rule R-CMP-17 @rule R-CMP-24 @rule D-11 @rule D-16
 */
export async function tellOfBreaches(ctx: CommandContext, breached: readonly KeptChange[]): Promise<void> {
  const telling = breached.flatMap((change) => {
    const { milestone, rule } = change.after;
    const tells = CLOCKS.find((each) => each.milestone === milestone && each.rule === rule)?.tells;
    return tells ? [{ ...change, tells }] : [];
  });
  const posts = new Map<string, { readonly estateId: string; readonly post: Role }>();
  for (const { ticket, tells } of telling)
    for (const post of tells.posts) posts.set(`${ticket.estateId} ${post}`, { estateId: ticket.estateId, post });
  const at = ctx.clock.now();
  const chains = await whoIsTold(
    ctx,
    [...posts.values()].map((wanted) => ({ ...wanted, at })),
  );
  const staffAt = new Map([...posts.keys()].map((key, i) => [key, chains[i]?.[0]?.staffIds ?? []]));
  for (const { ticket, tells, reading } of telling) {
    const { estateId, id } = ticket;
    const people = tells.posts
      .flatMap((post) => staffAt.get(`${estateId} ${post}`) ?? [])
      .filter((staffId) => staffId !== ticket.againstStaffId);
    const subject = { kind: 'ticket', id } as const;
    notify(ctx, { kind: tells.kind, people, subject, estateId, occurredAt: reading.dueAt });
  }
}

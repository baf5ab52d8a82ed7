import type { MessageState } from '../../domain/notification/message-channel.js';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { inReach } from '../reach.js';

const KEYS = [{ column: 'm.id', type: 'uuid', descending: true }] as const;

const MESSAGES = sqlFor
  .selectFrom('message as m')
  .select(columns('m', 'id', 'kind', 'person_id', 'channel', 'state', 'reason', 'attempts', 'created_at', 'tried_at'));

/** A page of the messages to persons on the estates where the asker manages them, newest first. */
export function messages(ctx: RequestContext, state: MessageState | null | undefined, args: PageArgs) {
  let found = MESSAGES.where('m.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'notification.manage', 'm.estate_id');
  if (reach) found = found.where(reach);
  if (state != null) found = found.where('m.state', '=', state);
  return page(ctx.moment, found, KEYS, args);
}

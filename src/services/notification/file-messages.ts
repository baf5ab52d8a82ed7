import type { NotificationKind } from '../../domain/notification/notification-kind.js';
import type { MessageChannel } from '../../domain/notification/message-channel.js';
import { newId } from '../../entities/new-id.js';
import { Message } from '../../entities/notification/message.entity.js';
import type { CommandContext } from '../command/command-context.js';

interface Wanted {
  readonly notificationId: string;
  readonly personId: string;
  readonly estateId: string | null;
  readonly kind: NotificationKind;
  readonly channel: MessageChannel;
}

const WANTED = `
select n.id as "notificationId", n.recipient_id as "personId", n.estate_id as "estateId", n.kind, c.channel
  from notification n
  join message_preference p on p.company_id = n.company_id and p.id = n.recipient_id
 cross join lateral (values ('MAIL', p.mail_kinds), ('SMS', p.sms_kinds), ('WECHAT', p.wechat_kinds)) as c(channel, kinds)
 where n.company_id = $1 and n.telling_id = $2 and n.kind = any(c.kinds)
 order by n.id, c.channel`;

/** Puts a message off for everybody who was told of one thing, on each channel on which they want such messages. */
export async function fileMessages(ctx: CommandContext, tellingId: string): Promise<void> {
  const { companyId, clock } = ctx;
  for (const wanted of await ctx.execute<Wanted>(WANTED, [companyId, tellingId])) {
    const id = newId();
    ctx.em.create(Message, {
      ...{
        companyId,
        id,
        ...wanted,
        state: 'WAITING',
        reason: null,
        attempts: 0,
        createdAt: clock.now(),
        triedAt: null,
      },
    });
    ctx.enqueue('send-message', id);
  }
}

import {
  fillTemplate,
  type MessageLanguage,
  type MessageTemplate,
} from '../../domain/notification/message-template.js';
import { figuresInWords, type RepairFigures } from '../../domain/repair/repair-figures.js';
import type { MessageChannel } from '../../domain/notification/message-channel.js';
import type { NotificationKind } from '../../domain/notification/notification-kind.js';
import { PRODUCT_TEMPLATES } from '../../domain/notification/product-templates.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';

/** A message to a person with everything that its channel needs, read when it is sent. */
export interface MessageToSend {
  readonly id: string;
  readonly channel: MessageChannel;
  readonly kind: NotificationKind;
  readonly estateId: string | null;
  readonly personId: string;
  readonly recipientKind: 'STAFF' | 'RESIDENT';
  readonly language: MessageLanguage;
  readonly mailAddress: string | null;
  readonly phone: string | null;
  readonly company: string;
  /** The company's endpoint for messages: the estate's own before the company's; null for none. */
  readonly endpointId: string | null;
  readonly words: MessageTemplate;
}

interface Row extends Omit<MessageToSend, 'words'> {
  readonly estate: string | null;
  readonly number: string | null;
  readonly endpoint: string | null;
  readonly figures: RepairFigures | null;
  readonly title: string | null;
  readonly body: string | null;
}

const FIND = `
select m.id, m.channel, m.kind, m.estate_id as "estateId", m.person_id as "personId",
       n.recipient_kind as "recipientKind", p.language, p.mail_address as "mailAddress", coalesce(s.phone, c.phone) as phone,
       o.name as company, e.name as estate, t.number, w.name as endpoint, v.title, v.body,
       case when d.id is not null then json_build_object('day', d.day, 'reported', d.reported, 'completed', d.completed,
                 'open', d.open, 'withoutConsent', d.without_consent) end as figures,
       (select x.id from webhook_endpoint x
         where x.company_id = m.company_id and x.kind = 'MESSAGES' and x.state = 'ACTIVE'
           and (x.estate_id is null or x.estate_id = m.estate_id)
         order by x.estate_id nulls last, x.id limit 1) as "endpointId"
  from message m
  join notification n on n.company_id = m.company_id and n.id = m.notification_id
  join message_preference p on p.company_id = m.company_id and p.id = m.person_id
  join company o on o.id = m.company_id
  left join staff s on s.company_id = m.company_id and s.id = m.person_id and n.recipient_kind = 'STAFF'
   and s.inactive_since is null
  left join customer c on c.company_id = m.company_id and c.id = m.person_id and n.recipient_kind = 'RESIDENT'
   and c.erased_at is null
  left join estate e on e.company_id = m.company_id and e.id = m.estate_id
  left join ticket t on n.subject_kind = 'ticket' and t.company_id = m.company_id and t.id = n.subject_id
  left join webhook_endpoint w on n.subject_kind = 'webhookEndpoint' and w.company_id = m.company_id and w.id = n.subject_id
  left join repair_day d on n.subject_kind = 'repairDay' and d.company_id = m.company_id and d.id = n.subject_id
  left join lateral (
    select v.title, v.body from message_template_version v
     where v.company_id = m.company_id and v.kind = m.kind and v.language = p.language
     order by v.version desc limit 1) v on true
 where m.company_id = $1 and m.id = $2 and m.state = 'WAITING' and coalesce(s.id, c.id) is not null`;

/**
 * Reads a message that waits, in the words, the language and with the address of now.
 * @returns null in `message` when it is settled already, or whoever it was for has left, was erased, or wants none any more
 */
export async function takeMessage(
  ctx: CommandContext,
  { messageId }: CommandInput & { readonly messageId: string },
): Promise<{ message: MessageToSend | null }> {
  const [row] = await ctx.execute<Row>(FIND, [ctx.companyId, messageId]);
  if (!row) return { message: null };
  const { title, body, estate, number, endpoint, figures, ...rest } = row;
  const template = title === null || body === null ? PRODUCT_TEMPLATES[row.kind][row.language] : { title, body };
  const values = { company: row.company, estate, number, endpoint, ...figuresInWords(figures) };
  return { message: { ...rest, words: fillTemplate(template, values) } };
}

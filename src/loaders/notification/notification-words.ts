import {
  fillTemplate,
  type MessageLanguage,
  type MessageTemplate,
} from '../../domain/notification/message-template.js';
import { figuresInWords } from '../../domain/repair/repair-figures.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { companyById } from '../company/company-by-id.js';
import { contactById } from '../contact/contact-by-id.js';
import { estateById } from '../place/estate-by-id.js';
import { repairDayById } from '../repair/repair-days.js';
import { ticketById } from '../ticket/ticket-by-id.js';
import { webhookEndpointById } from '../webhook/webhook-endpoints.js';
import { templateInForce } from './message-templates.js';
import type { NotificationRow } from './own-notifications.js';

/**
 * What a notification says in a language, in the words of today, with what its reader may read today: what is gone or
 * no longer theirs is left out.
 */
export async function notificationWords(
  ctx: RequestContext,
  { kind, subjectKind, subjectId, estateId }: NotificationRow,
  language: MessageLanguage,
): Promise<MessageTemplate> {
  const [template, company, estate, ticket, endpoint, contact, figures] = await Promise.all([
    templateInForce(ctx, kind, language),
    companyById(ctx).load(ctx.asker.companyId),
    estateId === null ? null : estateById(ctx).load(estateId),
    subjectKind === 'ticket' ? ticketById(ctx).load(subjectId) : null,
    subjectKind === 'webhookEndpoint' ? webhookEndpointById(ctx).load(subjectId) : null,
    subjectKind === 'contact' ? contactById(ctx).load(subjectId) : null,
    subjectKind === 'repairDay' ? repairDayById(ctx).load(subjectId) : null,
  ]);
  return fillTemplate(template, {
    company: company?.name ?? null,
    estate: estate?.name ?? null,
    number: ticket?.number ?? contact?.number ?? null,
    endpoint: endpoint?.name ?? null,
    ...figuresInWords(figures),
  });
}

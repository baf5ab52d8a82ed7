import {
  fillTemplate,
  MESSAGE_LANGUAGES,
  placeholdersOf,
  SAMPLE_VALUES,
  type MessageLanguage,
  type MessageTemplate,
} from '../../domain/notification/message-template.js';
import { NOTIFICATION_KINDS, type NotificationKind } from '../../domain/notification/notification-kind.js';
import { PRODUCT_TEMPLATES } from '../../domain/notification/product-templates.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';

const VERSIONS = sqlFor
  .selectFrom('message_template_version as v')
  .select(columns('v', 'id', 'kind', 'language', 'version', 'title', 'body', 'created_at'))
  .orderBy('v.version', 'desc');

/** All words that the company has set, newest first; read once a moment. */
const versionsOf = (ctx: RequestContext) =>
  ctx.moment.once(versionsOf, () => ctx.moment.read(VERSIONS.where('v.company_id', '=', ctx.asker.companyId)));

/** The words in force for a kind of message in a language: the company's, or the product's. */
export async function templateInForce(
  ctx: RequestContext,
  kind: NotificationKind,
  language: MessageLanguage,
): Promise<MessageTemplate> {
  const last = (await versionsOf(ctx)).find((version) => version.kind === kind && version.language === language);
  return inForce(last, kind, language);
}

/** Every kind of message in every language: the words in force, what they may name, and all that the company has set. */
export async function messageTemplates(ctx: RequestContext) {
  const versions = await versionsOf(ctx);
  return NOTIFICATION_KINDS.flatMap((kind) =>
    MESSAGE_LANGUAGES.map((language) => {
      const own = versions.filter((version) => version.kind === kind && version.language === language);
      const words = inForce(own[0], kind, language);
      return {
        ...{ kind, language, ...words },
        version: own[0]?.version ?? 0,
        isOwn: own[0]?.title != null,
        placeholders: placeholdersOf(kind),
        example: fillTemplate(words, SAMPLE_VALUES),
        versions: own,
      };
    }),
  );
}

function inForce(
  last: { readonly title: string | null; readonly body: string | null } | undefined,
  kind: NotificationKind,
  language: MessageLanguage,
): MessageTemplate {
  const { title, body } = last ?? { title: null, body: null };
  return title === null || body === null ? PRODUCT_TEMPLATES[kind][language] : { title, body };
}

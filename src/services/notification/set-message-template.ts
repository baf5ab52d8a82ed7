import { conflict, invalidInput } from '../../domain/errors.js';
import { assertPlaceholders, type MessageLanguage } from '../../domain/notification/message-template.js';
import type { NotificationKind } from '../../domain/notification/notification-kind.js';
import { newId } from '../../entities/new-id.js';
import { MessageTemplateVersion } from '../../entities/notification/message-template-version.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { flushUnique } from '../place/steps/flush-unique.js';

interface SetMessageTemplate extends CommandInput {
  readonly kind: NotificationKind;
  readonly language: MessageLanguage;
  /** Both or neither; null goes back to the product's words. */
  readonly title?: string | null;
  readonly body?: string | null;
  /** 0 while the company has set none. */
  readonly expectedVersion?: number | null;
}

/**
 * Sets a company's own words for a kind of message in a language; they hold for whatever is read from now on. The event
 * has no words.
 * @throws FORBIDDEN notification.manage on all of the company
 * @throws INVALID_INPUT for a title without a body or the other way round, and for what messages of the kind cannot name
 * @throws CONFLICT when the client has seen another version
 */
export async function setMessageTemplate(
  ctx: CommandContext,
  input: SetMessageTemplate,
): Promise<{ kind: NotificationKind; language: MessageLanguage }> {
  authorizeOn(ctx.principal, 'notification.manage', null);
  const { kind, language, expectedVersion } = input;
  const { title = null, body = null } = input;
  if ((title === null) !== (body === null))
    throw invalidInput(
      title === null ? 'input.title' : 'input.body',
      'title and body are set, or taken back, together',
    );
  if (title !== null) assertPlaceholders('input.title', kind, title);
  if (body !== null) assertPlaceholders('input.body', kind, body);
  const { companyId } = ctx;
  const last = await ctx.em.findOne(
    MessageTemplateVersion,
    { companyId, kind, language },
    { orderBy: { version: 'desc' } },
  );
  const currentVersion = last?.version ?? 0;
  if (expectedVersion != null && expectedVersion !== currentVersion)
    throw conflict('The words have changed meanwhile.', { what: 'messageTemplate', currentVersion, expectedVersion });
  const version = currentVersion + 1;
  const id = newId();
  ctx.em.create(MessageTemplateVersion, {
    ...{ companyId, id, kind, language, version, title, body, createdAt: ctx.clock.now() },
  });
  await flushUnique(ctx, 'messageTemplate');
  ctx.record({
    type: 'notification.TEMPLATE_SET',
    estateId: null,
    subjectKind: 'messageTemplate',
    subjectId: id,
    subjectVersion: version,
    visibility: 'INTERNAL',
    facts: { kind, language, own: title !== null },
  });
  return { kind, language };
}

import { conflict, invalidInput } from '../../domain/errors.js';
import type { MessageLanguage } from '../../domain/notification/message-template.js';
import type { NotificationKind } from '../../domain/notification/notification-kind.js';
import { MessagePreference } from '../../entities/notification/message-preference.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordOwnChange } from '../people/steps/record-own-change.js';

const ADDRESS = /^[^\s@<>(),;:"\\[\]]{1,64}@[A-Za-z0-9.-]{1,255}$/;

interface SetMessagePreference extends CommandInput {
  readonly language: MessageLanguage;
  readonly mailAddress?: string | null;
  readonly mailKinds: readonly NotificationKind[];
  readonly smsKinds: readonly NotificationKind[];
  readonly wechatKinds: readonly NotificationKind[];
  /** 0 while nothing was set. */
  readonly expectedVersion?: number | null;
}

/**
 * Says how the asker wants to be told outside the product, kind by kind. What is told inside it stays.
 * @throws INVALID_INPUT for an address that is none, and for mail without an address
 * @throws CONFLICT when another device has changed it meanwhile
 */
export async function setMessagePreference(
  ctx: CommandContext,
  input: SetMessagePreference,
): Promise<{ personId: string }> {
  const { em, companyId, principal, clock } = ctx;
  const { language, expectedVersion, mailAddress = null } = input;
  if (mailAddress !== null && !ADDRESS.test(mailAddress)) throw invalidInput('input.mailAddress', 'is no mail address');
  if (mailAddress === null && input.mailKinds.length > 0)
    throw invalidInput('input.mailAddress', 'is needed where mail is wanted');
  const id = principal.subjectId;
  const found = await em.findOne(MessagePreference, { companyId, id });
  const currentVersion = found?.version ?? 0;
  if (expectedVersion != null && expectedVersion !== currentVersion)
    throw conflict('It has changed meanwhile.', { what: 'messagePreference', currentVersion, expectedVersion });
  const [mailKinds, smsKinds, wechatKinds] = [input.mailKinds, input.smsKinds, input.wechatKinds].map((kinds) => [
    ...new Set(kinds),
  ]) as [NotificationKind[], NotificationKind[], NotificationKind[]];
  const wanted = { language, mailAddress, mailKinds, smsKinds, wechatKinds, changedAt: clock.now() };
  if (found) em.assign(found, { ...wanted, version: currentVersion + 1 });
  else em.create(MessagePreference, { companyId, id, ...wanted, version: 1 });
  recordOwnChange(ctx, {
    ...{ type: 'notification.PREFERENCE_SET', subjectKind: 'person', subjectId: id, subjectVersion: 1 },
  });
  return { personId: id };
}

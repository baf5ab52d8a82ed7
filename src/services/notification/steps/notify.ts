import {
  isReceipt,
  type NotificationKind,
  type NotificationSubject,
} from '../../../domain/notification/notification-kind.js';
import { newId } from '../../../entities/new-id.js';
import { Notification } from '../../../entities/notification/notification.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** One thing that people are told. */
interface Telling {
  readonly kind: NotificationKind;
  /** Members of staff, or customers where `occupancyId` is given; each once, however often named. */
  readonly people: readonly string[];
  readonly subject: { readonly kind: NotificationSubject; readonly id: string };
  /** The estate of the subject; null is the company's own. */
  readonly estateId: string | null;
  /** In whose matter customers are told; absent: members of staff are told. @rule D-30 */
  readonly occupancyId?: string;
  readonly occurredAt: Date;
}

/**
 * Tells people of something in the transaction that causes it: a row for each, and one event for all, so that their
 * feeds miss and double nothing. Who caused it is not told of it, unless it is a receipt.
 */
export function notify(ctx: CommandContext, telling: Telling): void {
  const { kind, subject, estateId, occupancyId, occurredAt } = telling;
  const told = new Set(telling.people);
  if (!isReceipt(kind)) told.delete(ctx.principal.subjectId);
  if (told.size === 0) return;
  const tellingId = newId();
  for (const recipientId of told)
    ctx.em.create(Notification, {
      companyId: ctx.companyId,
      id: newId(),
      recipientId,
      recipientKind: occupancyId === undefined ? 'STAFF' : 'RESIDENT',
      kind,
      subjectKind: subject.kind,
      subjectId: subject.id,
      estateId,
      occupancyId: occupancyId ?? null,
      tellingId,
      occurredAt,
      createdAt: ctx.clock.now(),
      readAt: null,
    });
  ctx.record({
    type: 'notification.TOLD',
    estateId,
    subjectKind: 'telling',
    subjectId: tellingId,
    subjectVersion: 1,
    occupancyId: occupancyId ?? null,
    visibility: occupancyId === undefined ? 'INTERNAL' : 'CUSTOMER',
    occurredAt,
    facts: { kind, aboutId: subject.id, people: told.size },
  });
}

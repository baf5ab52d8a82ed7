import type { Contact } from '../../../entities/contact/contact.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** Tells what became of an entry of the contact log, under the version that it now has; never who called or what was said. */
export function recordContactEvent(
  ctx: CommandContext,
  contact: Contact,
  type: 'RECORDED' | 'ANSWERED' | 'ROUTED' | 'ESCALATED' | 'CLOSED',
  occurredAt: Date,
  facts: Readonly<Record<string, string | null>> = {},
): void {
  const { channel, stage, ticketId = null, departmentId = null, escalatedToId = null } = contact;
  ctx.record({
    type: `contact.${type}`,
    estateId: contact.estateId,
    subjectKind: 'contact',
    subjectId: contact.id,
    subjectVersion: contact.version,
    visibility: 'INTERNAL',
    occurredAt,
    facts: { channel, stage, ticketId, departmentId, escalatedToId, ...facts },
  });
}

import { registerEnumType } from 'type-graphql';
import { NOTIFICATION_KINDS, type NotificationKind } from '../../domain/notification/notification-kind.js';

/** The GraphQL enum of NotificationKind. */
export const NotificationKindEnum = Object.fromEntries(NOTIFICATION_KINDS.map((value) => [value, value])) as {
  [V in NotificationKind]: V;
};

registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'What somebody is told of (domain section 44).',
  valuesConfig: {
    REPAIR_TAKEN: { description: 'To the resident: the repair report was taken down (R-RPR-03).' },
    REPAIR_ASSIGNED: { description: 'To the resident: a technician has accepted the repair (R-RPR-02).' },
    REPAIR_ON_SITE: { description: 'To the resident: the technician has arrived (R-RPR-07).' },
    REPAIR_DONE: { description: 'To the resident: the work is done (R-RPR-11).' },
    REPAIR_CANCELLED: { description: 'To the resident: the repair was called off (R-RPR-01).' },
    REPAIR_FORWARDED: {
      description: 'To Engineering: a repair was forwarded to it (R-RPR-05); an emergency also to its head (R-RPR-08).',
    },
    REPAIR_SCHEDULED: { description: 'To the resident: another time was agreed for the repair (R-RPR-10).' },
    REPAIR_CARRIED_OVER: { description: 'To the resident: the repair is not finished yet (R-RPR-16).' },
    REPAIR_HANDED_OVER: { description: 'To a technician: an order was handed over to them (R-RPR-02).' },
    REPAIR_CALLED_OFF: { description: 'To a technician: an order that they had accepted was called off (R-RPR-01).' },
    CONTACT_ESCALATED: {
      description:
        'To the superior, or whoever leads the department: a contact that the front desk cannot settle (R-REC-12, R-DSP-11).',
    },
    WEBHOOK_DISABLED: {
      description: 'To administrators: a webhook endpoint was disabled after failing for days; its events wait.',
    },
  },
});

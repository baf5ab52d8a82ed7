import { fileMessages } from '../../services/notification/file-messages.js';
import type { Reaction } from '../reaction/reaction.js';

/** Whoever was told something is told outside the product too, on the channels that they want for it. */
export const fileMessagesReaction: Reaction = {
  name: 'file-messages',
  types: ['notification.TOLD'],
  from: 'HEAD',
  react: (ctx, event) => fileMessages(ctx, event.subjectId),
};

import { runCommand } from '../../services/command/run-command.js';
import type { MessageReason, MessageState } from '../../domain/notification/message-channel.js';
import { settleMessage } from '../../services/notification/settle-message.js';
import { takeMessage } from '../../services/notification/take-message.js';
import type { Job } from '../job/job.js';
import { CHANNELS } from './channels.js';

/** About half a day of tries. */
const RETRIES = 12;

/** A message was not taken; the job tries again. */
class MessageNotTaken extends Error {
  override readonly name = 'MessageNotTaken';
}

/** Sends one message to one person on one channel; tried again for half a day, then it has failed for good and says so. */
export const sendMessageJob: Job = {
  name: 'send-message',
  retries: RETRIES,
  retrySeconds: 15,
  retrySecondsMost: 7_200,
  trySeconds: 60,
  atOnce: 4,
  run: async ({ house, principal, companyId, rowId, failures }) => {
    const { message } = await runCommand(house, principal, takeMessage, { messageId: rowId });
    const settle = (state: MessageState, reason: MessageReason | null) =>
      runCommand(house, principal, settleMessage, { messageId: rowId, state, reason });
    if (!message) {
      await settle('SKIPPED', 'NO_ADDRESS');
      return;
    }
    const channel = CHANNELS[message.channel];
    const missing = channel.missing(house, message);
    if (missing !== null) {
      await settle('SKIPPED', missing);
      return;
    }
    const verdict = await channel.send(house, companyId, message);
    if (verdict === 'DELIVERED') await settle('DELIVERED', null);
    else if (verdict === 'REFUSED') await settle('FAILED', 'REFUSED');
    else if (failures >= RETRIES) await settle('FAILED', 'UNREACHABLE');
    else {
      await settle('WAITING', 'UNREACHABLE');
      throw new MessageNotTaken('Nobody took the message.');
    }
  },
};

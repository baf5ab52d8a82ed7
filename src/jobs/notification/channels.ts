import type { ChannelVerdict, MessageChannel, MessageReason } from '../../domain/notification/message-channel.js';
import { isGone } from '../../domain/webhook/webhook-outcome.js';
import { runCommand } from '../../services/command/run-command.js';
import type { MessageToSend } from '../../services/notification/take-message.js';
import { settleWebhooks } from '../../services/webhook/settle-webhooks.js';
import type { House } from '../../tenancy/house.js';
import { systemPrincipal } from '../system-principal.js';
import { endpointAddress } from '../webhook/endpoint-address.js';
import { sendWebhook } from '../webhook/send-webhook.js';

/** One way to a person. */
interface Channel {
  /** Why it cannot be tried at all; null when it can. */
  readonly missing: (house: House, message: MessageToSend) => MessageReason | null;
  /** Sends once. */
  readonly send: (house: House, companyId: string, message: MessageToSend) => Promise<ChannelVerdict>;
}

const mail: Channel = {
  missing: (house, { mailAddress }) =>
    house.mail === null ? 'NO_SERVICE' : mailAddress === null ? 'NO_ADDRESS' : null,
  send: (house, _companyId, { id, mailAddress, company, words }) =>
    house.mail?.send({ id, to: mailAddress ?? '', from: company, subject: words.title, text: words.body }) ??
    Promise.resolve('RETRY'),
};

/** SMS and WeChat go through the company's own service, which is an endpoint for messages. */
const service: Channel = {
  missing: (_house, { endpointId, phone }) =>
    endpointId === null ? 'NO_SERVICE' : phone === null ? 'NO_ADDRESS' : null,
  send: async (house, companyId, message) => {
    const endpointId = message.endpointId ?? '';
    const address = await endpointAddress(house, companyId, endpointId);
    if (!address) return 'RETRY';
    const { id, channel, kind, estateId, personId, recipientKind, language, phone, words } = message;
    const attempt = await sendWebhook(house, address, {
      id: `msg_${id}`,
      type: `message.${channel}`,
      timestamp: (house.clock?.now() ?? new Date()).toISOString(),
      data: { channel, kind, estateId, personId, recipientKind, language, phone, ...words },
    });
    const settled = { endpointId, leaseId: null, attempts: [attempt], seq: null, chance: 0 };
    await runCommand(house, systemPrincipal(companyId), settleWebhooks, settled);
    if (attempt.outcome === 'DELIVERED') return 'DELIVERED';
    return isGone(attempt.status) || attempt.status === 422 ? 'REFUSED' : 'RETRY';
  },
};

/** How each channel is served. */
export const CHANNELS: Readonly<Record<MessageChannel, Channel>> = { MAIL: mail, SMS: service, WECHAT: service };

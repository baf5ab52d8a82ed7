/** Ways outside the product on which a person is told: by mail, or through the company's own SMS or WeChat service. */
export const MESSAGE_CHANNELS = ['MAIL', 'SMS', 'WECHAT'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** How far a message to a person has come. */
export const MESSAGE_STATES = ['WAITING', 'DELIVERED', 'SKIPPED', 'FAILED'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Why a message was not sent, or not taken. */
export const MESSAGE_REASONS = ['NO_ADDRESS', 'NO_SERVICE', 'REFUSED', 'UNREACHABLE'] as const;
export type MessageReason = (typeof MESSAGE_REASONS)[number];

/** What a channel made of one message: taken, to be tried again, or never to be taken. */
export type ChannelVerdict = 'DELIVERED' | 'RETRY' | 'REFUSED';

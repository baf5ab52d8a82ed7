import { registerEnumType } from 'type-graphql';
import { CHANNELS, type Channel } from '../../domain/ticket/channel.js';

/** The GraphQL enum of Channel. */
export const ChannelEnum = Object.fromEntries(CHANNELS.map((value) => [value, value])) as { [V in Channel]: V };

registerEnumType(ChannelEnum, {
  name: 'Channel',
  description: 'How a matter reached the centre (D-17).',
  valuesConfig: {
    PHONE: { description: 'By telephone.' },
    VISIT: { description: 'The customer came to the desk (来访).' },
    APP: { description: 'By the app of the residents.' },
    LETTER: { description: 'By anything in writing.' },
    STAFF: { description: 'Noticed by staff.' },
    PATROL: { description: 'Found on a patrol (R-PAT-07).' },
    OWNER_VISIT: { description: 'Said to staff on a visit to the home (R-VIS-18).' },
    QUESTIONNAIRE: { description: 'Written on a questionnaire.' },
    OPINION_BOX: { description: 'Put into the opinion box.' },
    OWNERS_COMMITTEE: { description: "By the owners' committee." },
    GOVERNMENT_HOTLINE: { description: 'By the government hotline (12345).' },
    MEDIA: { description: 'By press or social media.' },
    HEAD_OFFICE: { description: 'Passed on by head office.' },
    OTHER: { description: 'Any other way.' },
  },
});

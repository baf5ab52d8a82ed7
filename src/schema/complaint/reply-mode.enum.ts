import { registerEnumType } from 'type-graphql';
import { REPLY_MODES, type ReplyMode } from '../../domain/complaint/reply-mode.js';

/** The GraphQL enum of ReplyMode. */
export const ReplyModeEnum = Object.fromEntries(REPLY_MODES.map((value) => [value, value])) as {
  [V in ReplyMode]: V;
};

registerEnumType(ReplyModeEnum, {
  name: 'ReplyMode',
  description: 'How a customer was answered or called back.',
  valuesConfig: {
    TELEPHONE: { description: 'By telephone.' },
    FACE_TO_FACE: { description: 'At the door, or at the desk (面访).' },
    IN_WRITING: { description: 'By letter; owed where the complaint came in writing (R-CMP-15).' },
    MESSAGE: { description: 'By a message of the app, SMS or the like.' },
  },
});

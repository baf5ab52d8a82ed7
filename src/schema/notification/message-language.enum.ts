import { registerEnumType } from 'type-graphql';
import { MESSAGE_LANGUAGES, type MessageLanguage } from '../../domain/notification/message-template.js';

/** The GraphQL enum of MessageLanguage. */
export const MessageLanguageEnum = Object.fromEntries(MESSAGE_LANGUAGES.map((value) => [value, value])) as {
  [V in MessageLanguage]: V;
};

registerEnumType(MessageLanguageEnum, {
  name: 'MessageLanguage',
  description: 'Language of what people are told.',
  valuesConfig: { ZH_CN: { description: 'Chinese, simplified.' }, EN: { description: 'English.' } },
});

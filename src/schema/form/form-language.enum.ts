import { registerEnumType } from 'type-graphql';

/** The GraphQL enum of FormLanguage. */
export const FormLanguageEnum = { ZH_CN: 'ZH_CN', EN: 'EN' } as const;

registerEnumType(FormLanguageEnum, {
  name: 'FormLanguage',
  description: 'Language of a printed form.',
  valuesConfig: { ZH_CN: { description: 'Chinese, simplified.' }, EN: { description: 'English.' } },
});

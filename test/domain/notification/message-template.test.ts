import { describe, expect, test } from '@jest/globals';
import {
  assertPlaceholders,
  fillTemplate,
  MESSAGE_LANGUAGES,
  placeholdersOf,
} from '../../../src/domain/notification/message-template.js';
import { NOTIFICATION_KINDS } from '../../../src/domain/notification/notification-kind.js';
import { PRODUCT_TEMPLATES } from '../../../src/domain/notification/product-templates.js';

describe('words of messages', () => {
  test.each(NOTIFICATION_KINDS.flatMap((kind) => MESSAGE_LANGUAGES.map((language) => [kind, language] as const)))(
    'the product has words for %s in %s that name nothing unknown',
    (kind, language) => {
      const { title, body } = PRODUCT_TEMPLATES[kind][language];
      for (const text of [title, body]) expect(() => assertPlaceholders('input.body', kind, text)).not.toThrow();
      expect(/[一-龥]/.test(title)).toBe(language === 'ZH_CN');
    },
  );

  test.each(['{name}', '{endpoint}', '{}', '{number', 'number}', '{{number}}', '{number}}', '{constructor}'])(
    'a repair message cannot say %s',
    (text) => {
      expect(() => assertPlaceholders('input.body', 'REPAIR_DONE', text)).toThrow(
        expect.objectContaining({
          code: 'INVALID_INPUT',
          facts: expect.objectContaining({ path: 'input.body', placeholders: placeholdersOf('REPAIR_DONE') }),
        }),
      );
    },
  );

  test('values stand where they are named, are never read for placeholders again, and what is missing is a dash', () => {
    expect(
      fillTemplate(
        { title: '{number}', body: '{estate}, {estate}: {company}' },
        { estate: '{number} $& {company}', number: 'E01-1', company: null },
      ),
    ).toEqual({ title: 'E01-1', body: '{number} $& {company}, {number} $& {company}: —' });
  });
});

import { registerEnumType } from 'type-graphql';
import type { FormatSource } from '../../domain/numbering/format-in-force.js';

/** The GraphQL enum of FormatSource. */
export const NumberFormatSourceEnum: { [S in FormatSource]: S } = {
  ESTATE: 'ESTATE',
  COMPANY: 'COMPANY',
  PRODUCT: 'PRODUCT',
};

registerEnumType(NumberFormatSourceEnum, {
  name: 'NumberFormatSource',
  description: 'Who has set a format.',
  valuesConfig: {
    ESTATE: { description: 'The estate has its own.' },
    COMPANY: { description: 'The company has set it for all estates without one of their own.' },
    PRODUCT: { description: 'Nobody has; `{estate}-{kind}{yy}-{seq:5}`.' },
  },
});

import { registerEnumType } from 'type-graphql';
import {
  STANDARD_CATEGORIES,
  STANDARD_CATEGORY_CODES,
  type StandardCategory,
} from '../../domain/category/standard-category.js';

/** The GraphQL enum of StandardCategory. */
export const StandardCategoryEnum = Object.fromEntries(STANDARD_CATEGORY_CODES.map((code) => [code, code])) as {
  [C in StandardCategory]: C;
};

registerEnumType(StandardCategoryEnum, {
  name: 'StandardCategory',
  description:
    "What tickets are about in the product's own words, by which companies with different trees are compared.",
  valuesConfig: Object.fromEntries(
    STANDARD_CATEGORY_CODES.map((code) => [code, { description: STANDARD_CATEGORIES[code] }]),
  ),
});

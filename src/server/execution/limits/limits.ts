import { limitExceeded, type DomainError } from '../../../domain/errors.js';

/** What every document keeps to, on HTTP and WebSocket alike. Fragments count wherever they are spread. */
export const LIMITS = {
  /** Characters of a document: 200 mutation fields with inline inputs have about 35,000. */
  length: 128 * 1024,
  /** Lexical tokens of a document: 200 mutation fields with inline inputs have about 15,000. */
  tokens: 20_000,
  /** Nested selections. */
  depth: 12,
  /** Nested selections below `__schema` and `__type`; the usual introspection query has 15. */
  introspectionDepth: 20,
  /** Aliased fields as written, other than the root fields of a mutation. */
  aliases: 50,
  /** Aliased fields of `__schema` and `__type` and below them: each repeats a walk through the whole schema. */
  introspectionAliases: 3,
  /** Root fields of a query or subscription. */
  rootFields: 50,
  /** Root fields of a mutation: the offline batch. */
  mutationFields: 200,
  /** Fields of a document, fragments expanded. */
  fields: 5_000,
  /** How often one selection set may name the same response key. */
  repeats: 20,
  /** Directives of a document, and of one place in it. */
  directives: 50,
  directivesOfOnePlace: 5,
  fragments: 50,
  /** Fragment spreads as written. */
  spreads: 200,
  operations: 20,
  /** Arguments of one field or directive. */
  arguments: 50,
  /** Variables of one operation. */
  variables: 500,
  /** Characters of the name of a field, argument, type or enum value. */
  nameLength: 128,
  /** Items of one list, written or in a variable; fields of one object in a variable. */
  listItems: 1_000,
  /** Values in all variables together, nested ones included: a thousand objects of 20 fields. */
  values: 20_000,
  /** Characters of one text or number, written or in a variable. */
  textLength: 16 * 1024,
  /** Nested lists and objects of a value, written or in a variable. */
  valueDepth: 12,
  /** Estimated objects of an answer; see `costOf`. */
  cost: 5_000,
} as const;

/** The name of a limit. */
export type Limit = keyof typeof LIMITS;

/** The error of a limit that was exceeded; `found` is at least what there is. */
export const exceeded = (what: Limit, found: number): DomainError =>
  limitExceeded(`The ${what} of an operation may reach ${LIMITS[what]}; this one has ${found}.`, {
    what,
    limit: LIMITS[what],
    found,
  });

/** Lets a number pass. @throws LIMIT_EXCEEDED above the limit */
export function keep(what: Limit, found: number): void {
  if (found > LIMITS[what]) throw exceeded(what, found);
}

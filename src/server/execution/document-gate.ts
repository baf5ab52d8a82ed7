import {
  type GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';

/** A document that may run, or why it may not. */
export type Admission = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

const MAX_REMEMBERED = 500;
/** More tokens than any honest document has. */
export const MAX_TOKENS = 4_000;

/** Parses and validates documents for the WebSocket as Apollo does for HTTP, and remembers those that passed. */
export class DocumentGate {
  readonly #passed = new Map<string, DocumentNode>();
  readonly #rules: readonly ValidationRule[];

  constructor(
    private readonly schema: GraphQLSchema,
    options: { readonly introspection: boolean; readonly rules: readonly ValidationRule[] },
  ) {
    this.#rules = [...options.rules, ...(options.introspection ? [] : [NoSchemaIntrospectionCustomRule])];
  }

  admit(source: string): Admission {
    const known = this.#passed.get(source);
    if (known) return { document: known };
    let document: DocumentNode;
    try {
      document = parse(source, { maxTokens: MAX_TOKENS });
    } catch (error) {
      return { errors: [error as GraphQLError] };
    }
    const errors = validate(this.schema, document, [...specifiedRules, ...this.#rules]);
    if (errors.length > 0) return { errors };
    this.#passed.set(source, document);
    if (this.#passed.size > MAX_REMEMBERED) this.#passed.delete(String(this.#passed.keys().next().value));
    return { document };
  }
}

import { createHash } from 'node:crypto';
import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { invalidInput } from '../../domain/errors.js';
import { fieldNamedIn, pathsOfNodes, spelled } from './input-path.js';
import { exceeded, LIMITS } from './limits/limits.js';
import { measureDocument } from './limits/measure-document.js';

/** A document that may run. */
interface Admitted {
  /** Knows no places in the text: they would be looked up again for every error of a running operation. */
  readonly document: DocumentNode;
  /** SHA-256 of its text. */
  readonly hash: string;
  /** Characters of its text. */
  readonly length: number;
}

/** A document that may run, or why it may not. */
export type Admission = Admitted | { readonly errors: readonly GraphQLError[] };

const MAX_REMEMBERED = 500;
/** Longest text that is remembered, and all of them together, in characters: a parsed document is many times larger. */
const MAX_LENGTH = 32 * 1024;
const MAX_TOTAL_LENGTH = 1024 * 1024;
/** Most refusals of one document that a client is told. */
const MAX_ERRORS = 20;
/** Longest text, in characters, and most places whose lines and columns are told. */
const MAX_LOCATED_LENGTH = 8 * 1024;
const MAX_LOCATED_NODES = 40;

/**
 * The one entrance of documents, from HTTP and WebSocket: parsed, measured against the limits in linear time, and only
 * then validated by the rules of GraphQL, some of which are quadratic. Remembers those that passed.
 */
export class DocumentGate {
  readonly #passed = new Map<string, Admitted>();
  readonly #rules;
  #length = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    options: { readonly introspection: boolean },
  ) {
    this.#rules = [...specifiedRules, ...(options.introspection ? [] : [NoSchemaIntrospectionCustomRule])];
  }

  admit(source: string): Admission {
    if (source.length > LIMITS.length) return { errors: [wrapped(exceeded('length', source.length))] };
    const known = this.#passed.get(source);
    if (known) {
      this.#passed.delete(source);
      this.#passed.set(source, known);
      return known;
    }
    let document: DocumentNode;
    try {
      document = parse(source, { maxTokens: LIMITS.tokens, noLocation: true });
      measureDocument(document);
    } catch (error) {
      return { errors: [asRefusal(error)] };
    }
    const errors = this.#validate(document);
    if (errors.length > 0) return { errors: this.#explained(source, document, errors) };
    const hash = createHash('sha256').update(source).digest('hex');
    const admitted = { document, hash, length: source.length };
    this.#remember(source, admitted);
    return admitted;
  }

  #validate(document: DocumentNode): readonly GraphQLError[] {
    return validate(this.schema, document, this.#rules, { maxErrors: MAX_ERRORS });
  }

  /**
   * Errors with the paths of their values and, where that is cheap, with lines and columns: graphql-js counts the lines
   * from the start of the text again for every node of every error.
   */
  #explained(source: string, document: DocumentNode, errors: readonly GraphQLError[]): readonly GraphQLError[] {
    const nodes = errors.reduce((sum, error) => sum + (error.nodes?.length ?? 0), 0);
    if (source.length > MAX_LOCATED_LENGTH || nodes > MAX_LOCATED_NODES) return withPaths(document, errors);
    const again = parse(source);
    return withPaths(again, this.#validate(again));
  }

  #remember(source: string, admitted: Admitted): void {
    if (admitted.length > MAX_LENGTH) return;
    this.#passed.set(source, admitted);
    this.#length += admitted.length;
    for (const [text, oldest] of this.#passed) {
      if (this.#passed.size <= MAX_REMEMBERED && this.#length <= MAX_TOTAL_LENGTH) break;
      this.#passed.delete(text);
      this.#length -= oldest.length;
    }
  }
}

/** The parser gives up at the limit of tokens, and runs out of stack in what is nested thousands of times. */
function asRefusal(error: unknown): GraphQLError {
  if (error instanceof RangeError) return wrapped(exceeded('depth', LIMITS.depth + 1));
  if (error instanceof GraphQLError)
    return error.message.includes('token limit') || error.message.includes('tokens')
      ? wrapped(exceeded('tokens', LIMITS.tokens + 1))
      : error;
  return wrapped(error as Error);
}

/** Says of values that do not fit where they stand: `input.subject`. */
function withPaths(document: DocumentNode, errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const wanted = new Set(errors.flatMap((error): readonly ASTNode[] => error.nodes?.slice(0, 1) ?? []));
  const paths = pathsOfNodes(document, wanted);
  return errors.map((error) => {
    const { message, nodes, source, positions } = error;
    const node = nodes?.[0];
    const path = node && paths.get(node);
    if (path === undefined) return error;
    const whole = node?.kind === Kind.OBJECT_FIELD ? path : spelled(path, fieldNamedIn(message));
    const originalError = invalidInput(whole, message);
    return new GraphQLError(message, { nodes, source, positions, originalError });
  });
}

const wrapped = (error: Error): GraphQLError => new GraphQLError(error.message, { originalError: error });

import { createHash } from 'node:crypto';
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { invalidInput } from '../../domain/errors.js';
import { fieldNamedIn, pathOfNode, spelled } from './input-path.js';
import { exceeded, LIMITS } from './limits/limits.js';
import { measureDocument } from './limits/measure-document.js';

/** A document that may run. */
interface Admitted {
  readonly document: DocumentNode;
  /** SHA-256 of its text: what it is remembered by. */
  readonly hash: string;
}

/** A document that may run, or why it may not. */
type Admission = Admitted | { readonly errors: readonly GraphQLError[] };

const MAX_REMEMBERED = 500;
/** Longest text that is remembered, and all of them together, in characters: a parsed document is many times larger. */
const MAX_LENGTH = 32 * 1024;
const MAX_TOTAL_LENGTH = 1024 * 1024;
/** Most refusals of one document that a client is told. */
const MAX_ERRORS = 20;

/**
 * The one entrance of documents, from HTTP and WebSocket: parsed, measured against the limits in linear time, and only
 * then validated by the rules of GraphQL, some of which are quadratic. Remembers those that passed.
 */
export class DocumentGate {
  readonly #passed = new Map<string, { readonly admitted: Admitted; readonly length: number }>();
  readonly #rules;
  #length = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    options: { readonly introspection: boolean },
  ) {
    this.#rules = [...specifiedRules, ...(options.introspection ? [] : [NoSchemaIntrospectionCustomRule])];
  }

  admit(source: string): Admission {
    const hash = createHash('sha256').update(source).digest('hex');
    const known = this.#passed.get(hash);
    if (known) {
      this.#passed.delete(hash);
      this.#passed.set(hash, known);
      return known.admitted;
    }
    let document: DocumentNode;
    try {
      document = parse(source, { maxTokens: LIMITS.tokens });
      measureDocument(document);
    } catch (error) {
      return { errors: [asRefusal(error)] };
    }
    const errors = validate(this.schema, document, this.#rules, { maxErrors: MAX_ERRORS });
    if (errors.length > 0) return { errors: errors.map((error) => located(document, error)) };
    const admitted = { document, hash };
    this.#remember(admitted, source.length);
    return admitted;
  }

  #remember(admitted: Admitted, length: number): void {
    if (length > MAX_LENGTH) return;
    this.#passed.set(admitted.hash, { admitted, length });
    this.#length += length;
    for (const [hash, oldest] of this.#passed) {
      if (this.#passed.size <= MAX_REMEMBERED && this.#length <= MAX_TOTAL_LENGTH) break;
      this.#passed.delete(hash);
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

/** Says of a value that does not fit where it stands: `input.subject`. */
function located(document: DocumentNode, error: GraphQLError): GraphQLError {
  const [node] = error.nodes ?? [];
  const path = node && pathOfNode(document, node);
  if (path === null || path === undefined) return error;
  const { message, nodes, source, positions } = error;
  const whole = spelled(path, fieldNamedIn(message));
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    originalError: invalidInput(whole, message),
  });
}

const wrapped = (error: Error): GraphQLError => new GraphQLError(error.message, { originalError: error });

import type { ErrorCode } from '../../domain/errors.js';
import type { RequestFacts } from '../../tenancy/request-context.js';

/** What is known of an operation that has run, for log and metrics: nothing that a person wrote. */
export interface OperationRecord {
  /** `event` is one event of a running subscription, `unknown` a document that was refused before it had a type. */
  readonly type: 'query' | 'mutation' | 'subscription' | 'event' | 'unknown';
  /** The operation's name in the client's document, at most 64 characters. */
  readonly name: string | null;
  readonly transport: RequestFacts['transport'];
  readonly companyId: string | null;
  readonly milliseconds: number;
  readonly statements: number;
  /** Codes of its errors, each once, in order; empty when all went well. */
  readonly codes: readonly ErrorCode[];
}

/** Told of every operation. */
export type OperationObserver = (record: OperationRecord) => void;

const MAX_NAME = 64;

/** A name as it may stand in a log: GraphQL's grammar leaves letters, digits and underscores only. */
export const boundedName = (name: string | null | undefined): string | null => name?.slice(0, MAX_NAME) ?? null;

/** The codes of reported errors, each once. */
export function codesOf(errors: readonly { readonly extensions: Readonly<Record<string, unknown>> }[]): ErrorCode[] {
  return [...new Set(errors.map((error) => error.extensions['code'] as ErrorCode))];
}

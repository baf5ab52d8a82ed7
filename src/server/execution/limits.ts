import type { ValidationRule } from 'graphql';

/** What every document must keep to, on HTTP and WebSocket alike. */
export const LIMIT_RULES: readonly ValidationRule[] = [];

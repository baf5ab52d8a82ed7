const PATTERN = /^(\*|[a-z][A-Za-z]{0,40}\.(\*|[A-Z][A-Z_]{0,60}))$/;

/** Whether a text names event types: all (`*`), those of a family (`ticket.*`), or one (`ticket.REPAIR_REPORTED`). */
export const isEventTypePattern = (text: string): boolean => PATTERN.test(text);

/** What patterns select: everything, or some families and some single types. */
export function selectionOf(patterns: readonly string[]): {
  readonly all: boolean;
  readonly families: string[];
  readonly types: string[];
} {
  return {
    all: patterns.includes('*'),
    families: patterns.filter((text) => text.endsWith('.*')).map((text) => text.slice(0, -2)),
    types: patterns.filter((text) => !text.endsWith('*')),
  };
}

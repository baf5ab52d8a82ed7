import { invalidInput } from '../errors.js';
import type { NotificationKind } from './notification-kind.js';

/** Languages that messages are written in. */
export const MESSAGE_LANGUAGES = ['ZH_CN', 'EN'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** What a message may name, written `{estate}`. */
export type Placeholder =
  'company' | 'estate' | 'number' | 'endpoint' | 'day' | 'reported' | 'completed' | 'open' | 'withoutConsent';

/** The words of a message, with placeholders. */
export interface MessageTemplate {
  readonly title: string;
  readonly body: string;
}

/** What placeholders stand for; what nobody knows, or the reader may not, is left out. */
export type MessageValues = Readonly<Partial<Record<Placeholder, string | null>>>;

const OF_TICKETS: readonly Placeholder[] = ['company', 'estate', 'number'];
const OF_ENDPOINTS: readonly Placeholder[] = ['company', 'endpoint'];
const OF_ESTATES: readonly Placeholder[] = ['company', 'estate'];
const OF_DAYS: readonly Placeholder[] = ['company', 'estate', 'day', 'reported', 'completed', 'open', 'withoutConsent'];
/** Kinds about what has no number of its own. */
const WITHOUT_NUMBER: readonly NotificationKind[] = [
  'APPROVAL_WAITING',
  'APPROVAL_DECIDED',
  'VISIT_RECORD_MISSED',
  'VISIT_SUMMARY_SUBMITTED',
  'VISITS_SHORT',
  'CORRECTIVE_ACTION_OWED',
  'CORRECTIVE_ACTION_OVERDUE',
  'REPORT_SUBMITTED',
  'REPORT_RETURNED',
  'REPORT_APPROVED',
  'REPORT_OVERDUE',
];
const PLACEHOLDER = /\{([^{}]*)\}/g;
/** Stands where a value is missing. */
const MISSING = '—';

/** What messages of a kind may name. */
export function placeholdersOf(kind: NotificationKind): readonly Placeholder[] {
  if (kind === 'WEBHOOK_DISABLED') return OF_ENDPOINTS;
  if (WITHOUT_NUMBER.includes(kind)) return OF_ESTATES;
  return kind === 'REPAIR_DAY' || kind === 'REPAIR_DAY_SILENT' ? OF_DAYS : OF_TICKETS;
}

/**
 * Holds a text against what messages of its kind may name.
 * @throws INVALID_INPUT with the path for any other placeholder, and for a brace that belongs to none
 */
export function assertPlaceholders(path: string, kind: NotificationKind, text: string): void {
  const known: readonly string[] = placeholdersOf(kind);
  const unknown = [...text.matchAll(PLACEHOLDER)].some(([, name]) => !known.includes(String(name)));
  if (unknown || /[{}]/.test(text.replace(PLACEHOLDER, '')))
    throw invalidInput(path, `may name ${known.map((name) => `{${name}}`).join(', ')} and nothing else`, {
      placeholders: known,
    });
}

/** The words with their values. A value is never looked through for placeholders again. */
export function fillTemplate(template: MessageTemplate, values: MessageValues): MessageTemplate {
  const fill = (text: string): string =>
    text.replace(PLACEHOLDER, (_, name: string) => values[name as Placeholder] ?? MISSING);
  return { title: fill(template.title), body: fill(template.body) };
}

/** Values for previews, made up. */
export const SAMPLE_VALUES: Readonly<Record<Placeholder, string>> = {
  company: '示例物业 Sample Property',
  estate: '示例花园 Sample Garden',
  number: 'E01-BX-26-00042',
  endpoint: '示例系统 Sample System',
  day: '2026-11-25',
  reported: '12',
  completed: '9',
  open: '4',
  withoutConsent: '1',
};

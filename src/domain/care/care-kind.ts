import { invalidInput, ruleRefused } from '../errors.js';

interface CareKindDefinition {
  /** Says something about a person's life or body: kept only as the person wishes. */
  readonly personal: boolean;
  /** How often the steward looks after it unless told otherwise, in days. */
  readonly everyDays: number;
}

/** Why a person or unit is looked after with special care. */
const KINDS = {
  ELDERLY_ALONE: { personal: true, everyDays: 7 },
  DISABLED: { personal: true, everyDays: 30 },
  POWER_DEPENDENT: { personal: true, everyDays: 30 },
  SPECIAL_DIFFICULTY: { personal: true, everyDays: 30 },
  IMPORTANT_CUSTOMER: { personal: false, everyDays: 90 },
  KEY_SERVICE: { personal: false, everyDays: 30 },
} as const satisfies Record<string, CareKindDefinition>;

export type CareKind = keyof typeof KINDS;
export const CARE_KINDS = Object.keys(KINDS) as [CareKind, ...CareKind[]];

/** Who has agreed that a mark is kept. */
export const CONSENT_BY = ['CUSTOMER', 'RELATIVE', 'GUARDIAN'] as const;
export type ConsentBy = (typeof CONSENT_BY)[number];

/** That somebody has agreed, and when. */
export interface Consent {
  readonly consentBy: ConsentBy | null;
  readonly consentDay: string | null;
}

/** How often the steward looks after a mark of this kind unless told otherwise, in days. @rule R-ORG-34 */
export const checkEveryDays = (kind: CareKind): number => KINDS[kind].everyDays;

/**
 * Refuses a mark that says something personal and that nobody concerned has agreed to.
 * @rule D-15
 * @throws RULE_REFUSED D-15 for a personal kind without consent
 * @throws INVALID_INPUT for half a consent, or one that lies ahead
 */
export function assertConsent(kind: CareKind, { consentBy, consentDay }: Consent, today: string): void {
  if ((consentBy === null) !== (consentDay === null))
    throw invalidInput('input.consentDay', 'give consentBy and consentDay together');
  if (consentDay !== null && consentDay > today) throw invalidInput('input.consentDay', 'must not lie ahead');
  if (KINDS[kind].personal && consentDay === null)
    throw ruleRefused('D-15', 'A mark of this kind needs the consent of whom it concerns.', { kind });
}

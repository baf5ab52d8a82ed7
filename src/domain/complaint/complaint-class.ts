import { ruleRefused } from '../errors.js';

/** How grave a complaint is, from light to grave. @rule R-CMP-05 @rule R-CMP-09 @rule R-CMP-13 */
export const COMPLAINT_CLASSES = ['GENERAL', 'IMPORTANT', 'MAJOR'] as const;
export type ComplaintClass = (typeof COMPLAINT_CLASSES)[number];

/** Why a complaint is major: R-CMP-14 (a), (b) and (c). @rule R-CMP-14 */
export const MAJOR_GROUNDS = ['PROMISE_BROKEN_REPEATEDLY', 'SERIOUS_LOSS_OR_INJURY', 'UNSOLVED_FOR_A_MONTH'] as const;
export type MajorGround = (typeof MAJOR_GROUNDS)[number];

/** What a class rests on. */
export interface ClassFacts {
  /** Inadequate service or a mistake of the company caused it. @rule R-CMP-12 */
  readonly companyAtFault: boolean;
  readonly ground: MajorGround | null;
  /** Contacts of the customer about the matter, this one included. */
  readonly contacts: number;
}

/** What the company has set. */
export interface ClassPolicy {
  /** P-33: whether fault raises a complaint of any category. */
  readonly faultDecides: boolean;
  /** from how many contacts a broken promise makes a complaint major. */
  readonly contactsForMajor: number;
}

/**
 * The class that facts call for: general unless the company was at fault or a major ground stands.
 * @rule R-CMP-36 @rule R-CMP-12 @rule R-CMP-14 @rule P-33
 */
export function classFor(facts: ClassFacts, policy: ClassPolicy): ComplaintClass {
  if (facts.ground !== null) return 'MAJOR';
  return facts.companyAtFault && policy.faultDecides ? 'IMPORTANT' : 'GENERAL';
}

/**
 * Whether the house should propose to a person that a complaint become major: often raised, through the company's fault.
 * @rule D-02 @rule Q-08
 */
export const proposesMajor = (facts: ClassFacts, policy: ClassPolicy): boolean =>
  facts.companyAtFault && facts.ground === null && facts.contacts >= policy.contactsForMajor;

/**
 * A person's ground for major stands only where its facts do; (c) is the calendar's alone.
 * @rule D-02
 * @throws RULE_REFUSED for a broken promise without fault or with too few contacts, and for a month that a person claims
 */
export function assertGround(facts: ClassFacts, policy: ClassPolicy): void {
  const { ground, contacts, companyAtFault } = facts;
  if (ground === 'UNSOLVED_FOR_A_MONTH')
    throw ruleRefused('D-02', 'Only the calendar makes a complaint major for its age.', { ground });
  if (ground === 'PROMISE_BROKEN_REPEATEDLY' && !(companyAtFault && contacts >= policy.contactsForMajor))
    throw ruleRefused('D-02', 'This ground needs a broken promise of the company and enough contacts about it.', {
      ground,
      contacts,
      needed: policy.contactsForMajor,
    });
}

/** Whether one class is graver than another. */
export const isGraver = (one: ComplaintClass, other: ComplaintClass): boolean =>
  COMPLAINT_CLASSES.indexOf(one) > COMPLAINT_CLASSES.indexOf(other);

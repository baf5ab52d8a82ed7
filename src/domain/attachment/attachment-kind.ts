import type { Action } from '../identity/action.js';

/** What is attached: a photo, a scanned paper, a drawn signature, a recording of a call, a courier's slip. */
export const ATTACHMENT_KINDS = ['PHOTO', 'SCAN', 'SIGNATURE', 'RECORDING', 'COURIER_SLIP'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** What holds for everything of a kind. */
interface KindRule {
  /** Largest file, in bytes. */
  readonly maxBytes: number;
  /** Media types that the bytes themselves may show; what a name or a header claims does not count. */
  readonly mediaTypes: readonly string[];
  /** Opens the file beside the right to read its subject; null where that right is enough. */
  readonly openedBy: Action | null;
  /** Whether residents may add it, and be shown it. */
  readonly forResidents: boolean;
  /** Whether the file is removed when the term of records like its subject's is over, or kept as long as its subject. */
  readonly kept: 'FOR_ITS_TERM' | 'WITH_ITS_SUBJECT';
}

const MIB = 1 << 20;
const IMAGES = ['image/jpeg', 'image/png', 'image/webp'] as const;
const SOUNDS = ['audio/mpeg', 'audio/mp4', 'audio/wav', 'audio/ogg', 'audio/webm', 'audio/amr'] as const;

/**
 * The kinds: papers and signatures show names, so they open to whoever may know customers; recordings open to those who
 * dun and to quality. Repair and complaint records have a term, evidence of dunning is kept until the claim ends.
 * @rule Q-23 @rule Q-24 @rule R-ORG-78
 */
export const KIND_RULES: Readonly<Record<AttachmentKind, KindRule>> = {
  PHOTO: { maxBytes: 20 * MIB, mediaTypes: IMAGES, openedBy: null, forResidents: true, kept: 'FOR_ITS_TERM' },
  SCAN: {
    maxBytes: 20 * MIB,
    mediaTypes: [...IMAGES, 'application/pdf'],
    openedBy: 'customer.unmask',
    forResidents: true,
    kept: 'FOR_ITS_TERM',
  },
  SIGNATURE: {
    maxBytes: 1 * MIB,
    mediaTypes: ['image/png', 'image/jpeg'],
    openedBy: 'customer.unmask',
    forResidents: true,
    kept: 'FOR_ITS_TERM',
  },
  RECORDING: {
    maxBytes: 50 * MIB,
    mediaTypes: SOUNDS,
    openedBy: 'recording.hear',
    forResidents: false,
    kept: 'WITH_ITS_SUBJECT',
  },
  COURIER_SLIP: {
    maxBytes: 20 * MIB,
    mediaTypes: [...IMAGES, 'application/pdf'],
    openedBy: 'customer.unmask',
    forResidents: false,
    kept: 'WITH_ITS_SUBJECT',
  },
};

/**
 * Until when a file of this kind is kept; null: as long as what it belongs to.
 * @param years for which records like its subject's are kept, by the policy in force when the file came; null: without term
 * @rule Q-24
 */
export function keptUntil(kind: AttachmentKind, readyAt: Date, years: number | null): Date | null {
  if (years === null || KIND_RULES[kind].kept === 'WITH_ITS_SUBJECT') return null;
  const until = new Date(readyAt);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  return until;
}

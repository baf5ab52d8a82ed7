import { invalidInput } from '../errors.js';
import type { AttachmentKind } from '../attachment/attachment-kind.js';
import { isMissing, type SignatureMode } from './signature-mode.js';
import type { Signer } from './signer.js';

/** What somebody says about a signature. */
export interface SignatureClaim {
  readonly signer: Signer;
  readonly mode: SignatureMode;
  /** SHA-256 of what was signed. */
  readonly contentHash?: string | null;
  readonly attachmentId?: string | null;
  readonly signerName?: string | null;
  readonly device?: string | null;
  readonly reason?: string | null;
}

/**
 * Who may sign how, and what a resident may say who signs in the app: a link is opened by its holder only, and only
 * somebody who signs in has an account to sign with.
 */
const MODES: Readonly<Record<Signer | 'RESIDENT', readonly SignatureMode[]>> = {
  CUSTOMER: ['PHONE', 'PAPER', 'REFUSED', 'ABSENT'],
  RESIDENT: ['ACCOUNT'],
  DEPARTMENT_HEAD: ['ACCOUNT', 'PHONE', 'PAPER'],
};

/** What a mode must carry, and what it must not. */
const CARRIES: Readonly<Record<SignatureMode, readonly (keyof SignatureClaim)[]>> = {
  PHONE: ['contentHash', 'attachmentId', 'signerName', 'device'],
  LINK: ['contentHash', 'attachmentId', 'signerName'],
  PAPER: ['contentHash', 'attachmentId', 'signerName'],
  ACCOUNT: ['contentHash'],
  REFUSED: ['reason'],
  ABSENT: ['reason'],
};
const FIELDS = ['contentHash', 'attachmentId', 'signerName', 'device', 'reason'] as const;

/**
 * Lets pass a signature that says all that its mode needs and nothing else.
 * @param byResident whether the customer signs with the own account; else staff record it
 * @throws INVALID_INPUT with the field's path
 */
export function assertWhole(claim: SignatureClaim, byResident: boolean): void {
  const allowed = MODES[byResident && claim.signer === 'CUSTOMER' ? 'RESIDENT' : claim.signer];
  if (!allowed.includes(claim.mode))
    throw invalidInput('input.mode', `must be one of ${allowed.join(', ')}`, { allowed });
  for (const field of FIELDS) {
    const needed = CARRIES[claim.mode].includes(field);
    const given = claim[field] != null;
    if (needed && !given) throw invalidInput(`input.${field}`, `is needed with ${claim.mode}`);
    if (!needed && given) throw invalidInput(`input.${field}`, `says nothing with ${claim.mode}`);
  }
}

/** Kinds of files that show a signature of a mode: the drawn one, or the paper. */
export const shownBy = (mode: SignatureMode): readonly AttachmentKind[] =>
  isMissing(mode) || mode === 'ACCOUNT' ? [] : mode === 'PAPER' ? ['PHOTO', 'SCAN'] : ['SIGNATURE'];

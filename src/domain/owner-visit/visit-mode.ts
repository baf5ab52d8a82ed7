import { touchesQuietHours } from '../callback/quiet-hours.js';
import type { PolicyValue } from '../policy/policies.js';

/** How customers are visited: at home, at the centre, outdoors while they are at leisure, by telephone, otherwise. @rule R-VIS-12 */
export const VISIT_MODES = ['HOME', 'OFFICE', 'OUTDOORS', 'TELEPHONE', 'OTHER'] as const;
export type VisitMode = (typeof VISIT_MODES)[number];

/** Whose visit it is: the estate's programme, or one that the company organises. @rule R-VIS-09 @rule Q-34 */
export const VISIT_ORGANISERS = ['ESTATE', 'COMPANY'] as const;
export type VisitOrganiser = (typeof VISIT_ORGANISERS)[number];

/** What became of the signature: given, refused and not pressed for, or not asked for. @rule R-VIS-16 */
export const VISIT_SIGNATURES = ['SIGNED', 'REFUSED', 'NOT_ASKED'] as const;
export type VisitSignature = (typeof VISIT_SIGNATURES)[number];

/** Whether a visit at an instant lies in quiet hours; talks at the office or outdoors are free. @rule R-VIS-11 @rule D-03 @rule P-02 */
export function isQuietFor(at: Date, mode: VisitMode, timeZone: string, policy: PolicyValue<'P-02'>): boolean {
  if (mode !== 'HOME' && mode !== 'TELEPHONE') return false;
  const bound = mode === 'HOME' ? 'HOME_VISIT' : 'TELEPHONE';
  return touchesQuietHours(at, new Date(at.getTime() + 1), bound, timeZone, policy);
}

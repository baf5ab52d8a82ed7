import type { Consent } from '../../../domain/service/service-terms.js';
import type { ConsentMode } from '../../../domain/consent/consent-mode.js';
import type { ServiceRequest } from '../../../entities/service/service-request.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** Writes what the customer said to the price. @rule R-DSP-13 */
export function consent(
  ctx: CommandContext,
  service: ServiceRequest,
  said: { readonly consent: Consent; readonly mode: ConsentMode; readonly at: Date },
): void {
  service.consent = said.consent;
  service.consentMode = said.mode;
  service.consentedAt = said.at;
  service.consentTakenById = ctx.principal.kind === 'RESIDENT' ? null : ctx.principal.subjectId;
}

import type { Admission, DocumentGate } from '../execution/document-gate.js';
import type { Caller, Quota } from './quota.js';

/** Through the gate, unless the caller has nothing left: then nothing is even read. What the gate refuses is fined. */
export function admit(
  text: string,
  caller: Caller,
  { gate, quota }: { readonly gate: DocumentGate; readonly quota: Quota },
): Admission | { readonly errors: readonly Error[] } {
  try {
    quota.keepOpen(caller);
  } catch (error) {
    return { errors: [error as Error] };
  }
  const admission = gate.admit(text);
  if ('errors' in admission) quota.fine(caller);
  return admission;
}

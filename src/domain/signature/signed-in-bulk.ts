/** How soon after the last one a signature is of the same stack, in milliseconds: nobody has looked at the work meanwhile. @rule D-27 */
const STACK_MS = 60_000;

/** From when on another signature of the same person makes one at `at` part of a stack. @rule D-27 */
export const stackSince = (at: Date): Date => new Date(at.getTime() - STACK_MS);

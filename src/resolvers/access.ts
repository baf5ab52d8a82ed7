import type { Action } from '../domain/identity/action.js';

/** Who may call a root field: anybody, anybody signed in, or holders of an action. */
export type RootAccess = Action | 'PUBLIC' | 'SIGNED_IN';

/** Lines of the actions table: one a root field. */
export type AccessLines = Readonly<Record<string, RootAccess>>;

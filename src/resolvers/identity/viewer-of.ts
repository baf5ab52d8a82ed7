import type { ViewerType } from '../../schema/identity/viewer.type.js';
import type { Principal } from '../../tenancy/principal.js';

/** A principal as it sees itself. */
export const viewerOf = (principal: Principal) =>
  ({
    id: principal.accountId,
    subjectId: principal.subjectId,
    displayName: principal.displayName,
    kind: principal.kind,
    roles: principal.roles,
    actions: [...principal.actions.keys()].sort(),
    companyId: principal.companyId,
  }) satisfies ViewerType;

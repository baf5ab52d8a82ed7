import { forbidden, invalidInput } from '../../domain/errors.js';
import { mayGive } from '../../domain/identity/delegation.js';
import type { Role } from '../../domain/identity/role.js';
import { Secret } from '../../domain/identity/secret.js';
import { Account } from '../../entities/identity/account.entity.js';
import { ApiKey } from '../../entities/identity/api-key.entity.js';
import { newId } from '../../entities/new-id.js';
import { RoleAssignment } from '../../entities/people/role-assignment.entity.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import { API_KEY, hashOfSecret, newSecret } from '../../tenancy/identity/opaque-credential.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';

/** A key is renewed at least once a year. */
const MAX_LIFETIME_MS = 366 * 86_400_000;

export interface CreateApiKey extends CommandInput {
  readonly name: string;
  readonly roles: readonly Role[];
  /** The estates that the roles reach; absent: all of the company. */
  readonly estateIds?: readonly string[] | null;
  readonly expiresAt: Date;
}

/**
 * Makes a key by which another system of the company signs in until a day: an account of its own, with the given roles
 * on the given estates. The key is shown once; only the hash of its secret is stored.
 * @rule D-11
 * @throws NOT_FOUND estate
 * @throws FORBIDDEN apiKey.manage on the one estate, or on all for a key of several; role.assign when a role is beyond
 * the asker's
 * @throws INVALID_INPUT for an expiry in the past or more than 366 days ahead, for no role and for no estate
 */
export async function createApiKey(
  ctx: CommandContext,
  input: CreateApiKey,
): Promise<{ apiKeyId: string; key: Secret }> {
  const { companyId, clock, em, principal } = ctx;
  const now = clock.now();
  const { expiresAt, name } = input;
  const roles = [...new Set(input.roles)];
  if (expiresAt <= now) throw invalidInput('input.expiresAt', 'must lie in the future');
  if (expiresAt.getTime() > now.getTime() + MAX_LIFETIME_MS)
    throw invalidInput('input.expiresAt', 'must lie within 366 days');
  if (roles.length === 0) throw invalidInput('input.roles', 'name at least one role');
  const wanted = input.estateIds == null ? null : [...new Set(input.estateIds)];
  if (wanted?.length === 0) throw invalidInput('input.estateIds', 'name at least one estate, or leave it out for all');
  const reach: (string | null)[] = [];
  for (const id of wanted ?? []) reach.push((await findRow(ctx, Estate, 'estate', id)).id);
  if (wanted === null) reach.push(null);
  const estateId = reach.length === 1 ? (reach[0] ?? null) : null;
  authorizeOn(principal, 'apiKey.manage', estateId);
  if (!roles.every((role) => reach.every((where) => mayGive(principal.roles, role, where))))
    throw forbidden('role.assign');

  const [id, staffId, secret] = [newId(), newId(), newSecret()];
  em.create(Staff, {
    companyId,
    id: staffId,
    estateId,
    departmentId: null,
    displayName: name,
    phone: null,
    createdAt: now,
    version: 1,
  });
  await em.flush();
  for (const role of roles)
    for (const where of reach)
      em.create(RoleAssignment, {
        companyId,
        id: newId(),
        staffId,
        role,
        estateId: where,
        groupId: null,
        createdAt: now,
      });
  await atTheDoor(em, async () => {
    em.create(Account, {
      companyId,
      id,
      login: loginOf(id),
      kind: 'INTEGRATION',
      staffId,
      customerId: null,
      passwordHash: hashOfSecret(secret),
      disabledAt: null,
      createdAt: now,
    });
    await em.flush();
  });
  const times = { createdAt: now, expiresAt, revokedAt: null, lastUsedAt: null };
  em.create(ApiKey, { companyId, id, staffId, estateId, ...times });
  ctx.record({
    type: 'identity.API_KEY_CREATED',
    estateId,
    subjectKind: 'apiKey',
    subjectId: id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { staffId, roles: roles.join(), expiresAt: expiresAt.toISOString() },
  });
  return { apiKeyId: id, key: new Secret(API_KEY.write({ companyId, id, secret })) };
}

/** A name that no login has: nobody signs in with it. */
const loginOf = (id: string): string => `key:${id}`;

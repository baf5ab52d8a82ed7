import type { Pool } from 'pg';
import { newId } from '../entities/new-id.js';

/** What the security log keeps of a refusal. */
export interface SecurityEntry {
  readonly kind: 'SIGN_IN_FAILED' | 'SIGN_IN_BLOCKED' | 'CODE_REFUSED' | 'REFRESH_REUSED' | 'FORBIDDEN';
  readonly companyCode?: string | null;
  readonly principalId?: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Failed sign-ins and refusals, outside the event feed; a failure to write is reported and harms no request. */
export class SecurityLogbook {
  constructor(
    private readonly pool: Pool,
    private readonly onError: (error: unknown) => void,
  ) {}

  async write(entry: SecurityEntry): Promise<void> {
    try {
      await this.pool.query(
        `insert into security_log (id, at, kind, company_code, principal_id, facts) values ($1, clock_timestamp(), $2, $3, $4, $5)`,
        [newId(), entry.kind, entry.companyCode ?? null, entry.principalId ?? null, JSON.stringify(entry.facts ?? {})],
      );
    } catch (error) {
      this.onError(error);
    }
  }
}

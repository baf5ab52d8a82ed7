import type { DemoCompany } from './demo-company.js';

/** The password of every demo login. */
export const DEMO_PASSWORD = 'guanjia-demo';

/** The password's argon2id hash: one for all, made once, the same at every run. */
export const DEMO_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$Z3VhbmppYS1kZW1vLTIwMg$oHa/vFl+0tjuMbiVgCP/S9oZk7GE1/rw6udb10+mmq0';

/** Whose login it is. */
type AccountHolder =
  { readonly kind: 'STAFF'; readonly staffId: string } | { readonly kind: 'RESIDENT'; readonly customerId: string };

/** Gives somebody a login, its part before `@`. */
export function addAccount(company: DemoCompany, login: string, holder: AccountHolder): void {
  company.rows.add('account', {
    company_id: company.id,
    id: company.random.branch(`account/${login}`).id(Date.parse(company.since)),
    login,
    kind: holder.kind,
    staff_id: holder.kind === 'STAFF' ? holder.staffId : null,
    customer_id: holder.kind === 'RESIDENT' ? holder.customerId : null,
    password_hash: DEMO_PASSWORD_HASH,
    disabled_at: null,
    created_at: company.since,
  });
}

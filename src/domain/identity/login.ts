/** The two parts of a login `name@companyCode`, in the form in which they are stored. */
export interface Login {
  readonly name: string;
  readonly companyCode: string;
}

const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,62}[\p{L}\p{N}])?$/u;
const COMPANY_CODE = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;

const folded = (text: string): string => text.trim().normalize('NFKC').toLowerCase();

/**
 * The name of a login as it is stored: Unicode NFKC, lower case, without spaces around it; 1 to 64 letters, digits,
 * dots, hyphens and underscores that begin and end with a letter or digit. Null when it has another form.
 */
export function loginName(text: string): string | null {
  const name = folded(text);
  return NAME.test(name) ? name : null;
}

/** A login as somebody types it: capitals and spaces around it do not matter. Null when it is none. */
export function parseLogin(text: string): Login | null {
  const at = text.lastIndexOf('@');
  if (at < 0) return null;
  const name = loginName(text.slice(0, at));
  const companyCode = folded(text.slice(at + 1));
  return name !== null && COMPANY_CODE.test(companyCode) ? { name, companyCode } : null;
}

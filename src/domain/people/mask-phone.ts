const CHINA = /^(?:\+|00)86/;

/**
 * A telephone number for those who may not read it. Only digits are looked at, full-width ones too; `+86` is
 * dropped. Of 11 and more the first three and the last four remain (`138****5678`), of 7 to 10 the last two, of fewer
 * none.
 */
export function maskPhone(phone: string): string {
  const plain = phone.normalize('NFKC').replace(/[^\d+]/g, '');
  const digits = plain.replace(CHINA, '').replace(/\D/g, '');
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return digits.length >= 7 ? `****${digits.slice(-2)}` : '****';
}

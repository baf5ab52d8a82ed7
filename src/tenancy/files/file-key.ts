/** What names an attachment's bytes in the store. */
interface KeyOf {
  readonly companyId: string;
  readonly id: string;
  readonly sha256: string;
}

/** The key of the bytes as they came. */
export const originalKey = ({ companyId, id, sha256 }: KeyOf): string => `${companyId}/${id}/${sha256.slice(0, 16)}`;

/** The key of the smaller copy of a picture. */
export const thumbnailKey = (of: KeyOf): string => `${originalKey(of)}.t`;

const KEY =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/[0-9a-f]{16}(?:\.t)?$/;

/** Whose file a key names; null when it is no key of ours. */
export function readKey(key: string): { readonly companyId: string; readonly id: string } | null {
  const [, companyId, id] = KEY.exec(key) ?? [];
  return companyId !== undefined && id !== undefined ? { companyId, id } : null;
}

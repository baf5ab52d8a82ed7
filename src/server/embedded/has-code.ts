/** Whether `error` carries one of these codes, such as the operating system's `ENOENT` or PostgreSQL's `28P01`. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}

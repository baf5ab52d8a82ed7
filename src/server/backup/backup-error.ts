/** A backup cannot be taken or restored; the message says why and what helps. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Ends a command with an exit code of its own; what there is to say has been said. */
export class EndWith extends Error {
  override readonly name = 'EndWith';

  constructor(readonly exitCode: number) {
    super(`Ends with ${exitCode}.`);
  }
}

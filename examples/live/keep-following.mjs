import { setTimeout as pause } from 'node:timers/promises';

/** Rest between two attempts, in milliseconds; a little chance keeps a thousand boards from coming back at once. */
const restMs = () => 250 + Math.random() * 500;

/**
 * Keeps a board up to date until the signal ends it: connects, and after every end of a connection connects again, with a
 * fresh token, behind the last cursor of the board.
 * @param listen one connection: resolves or rejects when it has ended, for whatever reason
 */
export async function keepFollowing(company, board, { listen, signal }) {
  while (!signal.aborted) {
    try {
      const token = await company.signIn();
      if (board.cursor === null) board.begin(await company.board(token));
      await listen(token);
    } catch (error) {
      if (isResync(error)) board.cursor = null;
    }
    if (!signal.aborted) await pause(restMs());
  }
}

/** Whether the cursor is too old, or of a database that was restored since: the board begins anew. */
const isResync = (error) =>
  [error?.errors ?? error].flat().some((each) => each?.extensions?.code === 'RESYNC_REQUIRED');

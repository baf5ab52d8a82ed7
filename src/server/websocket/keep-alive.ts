import type { WebSocket } from 'ws';

/**
 * Pings a socket at every interval, calls `also` then, and ends the socket when the ping before was not answered. Stops
 * with the socket.
 */
export function keepAlive(socket: WebSocket, intervalMs: number, also: () => void): void {
  let answered = true;
  const timer = setInterval(() => {
    if (!answered) {
      socket.terminate();
      return;
    }
    answered = false;
    socket.ping();
    also();
  }, intervalMs);
  timer.unref();
  socket.on('pong', () => {
    answered = true;
  });
  socket.once('close', () => clearInterval(timer));
}

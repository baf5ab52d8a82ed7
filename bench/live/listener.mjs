import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { FrameReader, pongFrame, textFrame } from './frames.mjs';

/** What sockets of this process read into, one after the other. */
const READ = Buffer.allocUnsafe(65_536);

/**
 * One subscriber over a bare TCP socket: introduces itself, subscribes, and hands on every event that it is told. One that reads
 * at leisure leaves what comes to the machine until it is told to look.
 */
export class Listener {
  /** Events that it was told. */
  told = 0;
  /** With which the server closed it; null while it is open. */
  closeCode = null;
  /** Whether it reads what comes when it looks only; what it is told then says nothing about how late it came. */
  atLeisure = false;
  #socket;

  /** @param subscribe {port, token, query, variables, onEvent(payload)} */
  constructor(subscribe) {
    this.subscribe = subscribe;
  }

  /** Resolves when the subscription has been sent. */
  open() {
    const { port, token, query, variables } = this.subscribe;
    return new Promise((resolve, reject) => {
      let take = (data) => {
        const end = data.indexOf('\r\n\r\n');
        if (!data.subarray(0, 12).equals(SWITCHING) || end < 0) {
          reject(new Error(data.toString('latin1')));
          return;
        }
        take = (more) => reader.take(more);
        send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
        if (data.length > end + 4) take(data.subarray(end + 4));
      };
      const onread = {
        buffer: READ,
        callback: (length) => {
          take(READ.subarray(0, length));
          return !this.atLeisure;
        },
      };
      const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread });
      this.#socket = socket;
      socket.once('error', reject);
      socket.once('close', () => reject(new Error(`Closed with ${this.closeCode}`)));
      socket.write(
        `GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n` +
          'Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
      );
      const send = (message) => socket.write(textFrame(JSON.stringify(message)));
      const reader = new FrameReader({
        text: (payload) => {
          if (payload.includes(NEXT)) {
            this.told += 1;
            if (!this.atLeisure) this.subscribe.onEvent(payload);
          } else if (payload.includes(ACK)) {
            send({ type: 'subscribe', id: '1', payload: { query, variables } });
            resolve();
          } else if (payload.includes(ERROR)) reject(new Error(payload.toString()));
        },
        ping: (payload) => socket.write(pongFrame(payload)),
        close: (code) => (this.closeCode = code),
      });
    });
  }

  /** Reads what has come, and stops again. */
  look() {
    this.#socket.resume();
  }

  /** Stops to read, as a telephone in a tunnel does. */
  stall() {
    this.#socket.pause();
  }

  /** Reads again; resolves with the code that it was closed with. */
  async wake() {
    if (this.#socket.closed) return this.closeCode;
    const gone = new Promise((resolve) => this.#socket.once('close', resolve));
    this.#socket.resume();
    await gone;
    return this.closeCode;
  }

  close() {
    this.#socket.removeAllListeners('close');
    this.#socket.destroy();
  }
}

const NEXT = '"type":"next"';
const ACK = '"type":"connection_ack"';
const ERROR = '"type":"error"';
const SWITCHING = Buffer.from('HTTP/1.1 101');

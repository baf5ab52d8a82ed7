import type { ChannelVerdict } from '../../domain/notification/message-channel.js';

/** A mail to one person. */
export interface Mail {
  /** The same at every attempt; receivers drop what they hold. */
  readonly id: string;
  readonly to: string;
  /** The sender's name: the company. */
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mail; one line of configuration, one verdict. */
export interface MailSender {
  /** Sends once; it never throws for what the server answers. */
  send(mail: Mail): Promise<ChannelVerdict>;
  close(): void;
}

const WAIT_MS = 10_000;
const PERMANENT = 500;

/**
 * Mail by SMTP through the operator's own server.
 * @param url `smtps://user:password@mail.example`
 * @param address the sender's address; its name is the company that writes
 */
export async function smtpSender(url: string, address: string): Promise<MailSender> {
  // A node without a mail server does without the library.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: WAIT_MS,
      greetingTimeout: WAIT_MS,
      socketTimeout: WAIT_MS,
    },
    { disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    send: async ({ id, to, from, subject, text }) => {
      try {
        await transport.sendMail({
          ...{ from: { name: from, address }, to: { name: '', address: to }, subject, text },
          messageId: `<${id}@${address.split('@').at(-1) ?? 'localhost'}>`,
          headers: { 'auto-submitted': 'auto-generated' },
        });
        return 'DELIVERED';
      } catch (error) {
        const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string };
        return code === 'EENVELOPE' && (responseCode ?? 0) >= PERMANENT ? 'REFUSED' : 'RETRY';
      }
    },
    close: () => transport.close(),
  };
}

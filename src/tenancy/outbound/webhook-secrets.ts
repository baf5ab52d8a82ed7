import { createHmac } from 'node:crypto';
import { keyFor } from '../identity/sealing.js';

/** Which secret: an endpoint has had several, one a generation. */
export interface SecretOf {
  readonly companyId: string;
  readonly endpointId: string;
  readonly generation: number;
}

/** What is signed: Standard Webhooks sign id, time and body together. */
interface Signed {
  /** `webhook-id`. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/**
 * Secrets of webhook endpoints (Standard Webhooks, symmetric v1), derived from the deployment's secret: no database and no
 * backup holds them.
 */
export class WebhookSecrets {
  readonly #key: Buffer;

  constructor(deploymentSecret: string) {
    this.#key = keyFor(deploymentSecret, 'webhook secrets');
  }

  /** The secret as receivers configure it: `whsec_…`. */
  reveal(of: SecretOf): string {
    return `whsec_${this.#bytes(of).toString('base64')}`;
  }

  /** The headers of a message, signed with each of the secrets, the present one first. */
  headers(message: Signed, secrets: readonly SecretOf[]): Record<string, string> {
    const timestamp = String(Math.floor(message.at.getTime() / 1_000));
    const signatures = secrets.map((secret) => {
      const mac = createHmac('sha256', this.#bytes(secret)).update(`${message.id}.${timestamp}.${message.body}`);
      return `v1,${mac.digest('base64')}`;
    });
    return {
      'webhook-id': message.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    };
  }

  #bytes({ companyId, endpointId, generation }: SecretOf): Buffer {
    return createHmac('sha256', this.#key).update(`${companyId}/${endpointId}/${generation}`).digest();
  }
}

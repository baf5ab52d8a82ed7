import { Agent, request } from 'node:http';

/**
 * Sends documents to the product over connections that stay open, in the name of a post.
 * @param tokens by post
 * @returns a function of post, document and variables that answers the data, and fails where there are errors
 */
export function askerOf(port, tokens, connections) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return (post, query, variables) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify({ query, variables });
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        authorization: `Bearer ${tokens[post]}`,
      };
      const sent = request(
        { agent, host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const { data, errors } = JSON.parse(Buffer.concat(chunks).toString());
            if (errors) reject(new Error(`${post}: ${query}\n${JSON.stringify(errors[0])}`));
            else resolve(data);
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
}

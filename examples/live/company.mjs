/** What both clients need of the API beside the subscription: a sign-in, and the board as it stands. */

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }`;
const BOARD = `{
  tickets(first: 100, filter: { phases: [OPEN, IN_PROGRESS] }) { nodes { id number subject phase version } }
}`;

/** What happens to the tickets of the viewer's estates. */
export const EVENTS = `subscription ($after: Cursor) {
  ticketEvents(after: $after) { cursor type ticket { id number subject phase version } }
}`;

/** The company's API at `http://…/graphql`, for one login. */
export class Company {
  #login;

  constructor(url, login) {
    this.url = url;
    this.#login = login;
  }

  /** A token for some minutes; whoever is told that it has ended signs in again. */
  async signIn() {
    const { data } = await this.#ask(SIGN_IN, { input: this.#login });
    return data.signIn.accessToken;
  }

  /** The open tickets, and the cursor behind which what happens later is not in them. */
  async board(token) {
    const { data, extensions } = await this.#ask(BOARD, {}, token);
    return { tickets: data.tickets.nodes, cursor: extensions.cursor };
  }

  async #ask(query, variables, token) {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const answer = await response.json();
    if (answer.errors) throw new Error(answer.errors[0].message);
    return answer;
  }
}

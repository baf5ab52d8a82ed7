/** A board on a screen: the open tickets as the last message left them. */
export class Board {
  tickets = new Map();
  /** Behind which the next connection goes on. */
  cursor = null;

  /** Shows what stands, in place of all that was shown. */
  begin({ tickets, cursor }) {
    this.tickets = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    this.cursor = cursor;
  }

  /** Shows what has happened. A ticket of null is no longer the viewer's; an older version is passed by. */
  take({ cursor, ticket }) {
    this.cursor = cursor;
    if (!ticket || ticket.version < (this.tickets.get(ticket.id)?.version ?? 0)) return;
    if (ticket.phase === 'OPEN' || ticket.phase === 'IN_PROGRESS') this.tickets.set(ticket.id, ticket);
    else this.tickets.delete(ticket.id);
  }
}

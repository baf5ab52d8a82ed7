import type { LogFeed } from '../../src/events/log-feed.js';
import type { House } from '../../src/tenancy/house.js';
import { RequestContext } from '../../src/tenancy/request-context.js';

/** The events of a feed one by one, live ones read as the feed's own asker. */
export async function* eventsOf<T extends { readonly seq: number }>(house: House, feed: LogFeed<T>): AsyncGenerator<T> {
  for await (const step of feed) {
    if ('missed' in step) {
      yield* step.missed;
      continue;
    }
    const reading = new RequestContext(house, step.asker, { requestId: 'test', address: '', transport: 'websocket' });
    const found = await feed.events(reading, [step.happened.seq]).finally(() => reading.end());
    const event = found.get(step.happened.seq);
    if (event) yield event;
  }
}

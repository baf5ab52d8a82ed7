import type { LogFeed } from '../../src/events/log-feed.js';
import type { House } from '../../src/tenancy/house.js';
import { ReadMoment } from '../../src/tenancy/read/read-moment.js';
import { sessionVariables } from '../../src/tenancy/session-variables.js';

/** The events of a feed one by one, live ones read as the feed's own asker. */
export async function* eventsOf<T extends { readonly seq: number }>(house: House, feed: LogFeed<T>): AsyncGenerator<T> {
  for await (const step of feed) {
    if ('missed' in step) {
      yield* step.missed;
      continue;
    }
    const moment = new ReadMoment(house.pool, sessionVariables(step.asker), step.asker.companyId);
    const found = await feed.events(moment, step.asker, [step.happened.seq]).finally(() => moment.finish());
    const event = found.get(step.happened.seq);
    if (event) yield event;
  }
}

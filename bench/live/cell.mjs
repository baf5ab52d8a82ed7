/** What may be outstanding when the last event was committed is waited for so long, in milliseconds. */
const GRACE_MS = 15_000;

/**
 * Commits events at a rate for a time, and waits until every subscriber has been told.
 * @returns {rate, messages, missing, p50, p99, most, cpuMicros}: the rate that was reached, milliseconds, and the side's
 *   CPU a message
 */
export async function measure(stage, side, { board, subscribers, perSecond, ms }) {
  const { listeners } = stage;
  await listeners.ask('forget');
  const before = await side.child.ask('cpu');
  const events = Math.max(1, Math.round((perSecond * ms) / 1_000));
  const started = performance.now();
  for (let i = 0; i < events; i += 1) {
    await pauseUntil(started + (i * 1_000) / perSecond);
    await side.tell(board);
  }
  const seconds = (performance.now() - started) / 1_000;
  const boards = board === 'one' ? 1 : stage.boards;
  const expected = (events * subscribers) / boards;
  const inTime = async (told) => {
    for (
      const until = performance.now() + GRACE_MS;
      performance.now() < until;
      await pauseUntil(performance.now() + 50)
    )
      if (await told()) return;
  };
  await inTime(async () => {
    const timed = await listeners.ask('timed');
    return timed.told >= (events * timed.listeners) / boards;
  });
  const passed = (performance.now() - started) / 1_000;
  const after = await side.child.ask('cpu');
  await listeners.ask('lookAll');
  await inTime(async () => (await listeners.ask('told')) >= expected);
  const messages = await listeners.ask('told');
  const { p50, p99, most } = await listeners.ask('lags');
  return {
    rate: events / Math.max(seconds, ms / 1_000),
    messages,
    missing: Math.max(0, expected - messages),
    p50,
    p99,
    most,
    cpuMicros: (after.user + after.system - before.user - before.system) / messages,
    cores: (after.user + after.system - before.user - before.system) / 1e6 / passed,
  };
}

async function pauseUntil(instant) {
  const left = instant - performance.now();
  if (left > 1) await new Promise((resolve) => setTimeout(resolve, left));
}

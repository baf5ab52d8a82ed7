import { fork } from 'node:child_process';

/** Starts a module as a process of its own, for production, that answers `ask(question)` through `serve`. */
export function startChild(url, execArgv = []) {
  const child = fork(url, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    execArgv,
  });
  const waiting = new Map();
  let last = 0;
  child.on('message', ({ id, answer, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(answer);
    else reject(new Error(error));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${url} ended with ${code}`));
    waiting.clear();
  });
  const ended = (end) =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        resolve();
        return;
      }
      child.once('exit', resolve);
      end();
    });
  return {
    pid: child.pid,
    ask: (name, question) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        child.send({ id: last, name, question });
      }),
    stop: () => ended(() => child.connected && child.disconnect()),
    /** Ends it as a failing machine would. */
    kill: () => ended(() => child.kill('SIGKILL')),
  };
}

/** In the child: answers the parent's questions by name, and ends when the parent lets go. */
export function serve(answers, end = () => undefined) {
  process.on('message', ({ id, name, question }) => {
    Promise.resolve()
      .then(() => answers[name](question))
      .then(
        (answer) => process.send({ id, answer }),
        (error) => process.send({ id, error: error.stack ?? String(error) }),
      );
  });
  process.on('disconnect', () => {
    Promise.resolve(end()).then(() => process.exit(0));
  });
}

/** For two cores and little memory; safe against loss of power. A caller may set each of them otherwise. */
const DEFAULTS: Record<string, string> = {
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  max_connections: '100',
  io_workers: '2',
  jit: 'off',
  random_page_cost: '1.1',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
  // Details and statements quote rows, which hold names and telephone numbers.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** The arguments of `postgres`. Nobody but this machine connects, over TCP, and by password only. */
export function serverArguments(cluster: string, port: number, settings: Record<string, string>): string[] {
  const fixed = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
  };
  const all = Object.entries({ ...DEFAULTS, ...settings, ...fixed });
  return ['-D', cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

import type { Logger } from 'pino';
import type { OperationObserver } from '../execution/operation-record.js';

/** One line an operation: what ran, for which company, how long. Never variables, names of persons, or tokens. */
export function operationLog(log: Logger): OperationObserver {
  return (record) => {
    const { type, name, transport, companyId, statements, codes } = record;
    const line = {
      operation: name,
      type,
      transport,
      company: companyId,
      milliseconds: Math.round(record.milliseconds * 10) / 10,
      statements,
      ...(codes.length > 0 ? { codes } : {}),
    };
    if (type === 'event') log.debug(line, 'Event');
    else log.info(line, 'Operation');
  };
}

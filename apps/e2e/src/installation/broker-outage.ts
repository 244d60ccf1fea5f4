import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TcpProxy } from '@bookable/platform-faults';

/** A time in which the broker cannot be reached. */
export interface BrokerOutage {
  begin(): Promise<void>;
  end(): Promise<void>;
}

const run = promisify(execFile);

/**
 * Cuts the way to the broker, which concerns nobody else who uses it. Where `FAULTS_BROKER_NODE` names a node of one's
 * own, such as `rabbit@localhost`, that node itself is stopped and started.
 */
export function outageFor(cable: TcpProxy): BrokerOutage {
  const node = process.env['FAULTS_BROKER_NODE'];
  if (!node) return { begin: () => cable.close(), end: () => cable.open() };
  const order = async (command: string): Promise<void> => {
    await run('rabbitmqctl', ['-n', node, command]);
  };
  return { begin: () => order('stop_app'), end: () => order('start_app') };
}

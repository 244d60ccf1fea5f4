/** How a call ended: `expired` where its time was over before it was handled, `unavailable` where no answer came. */
export type CallOutcome = 'answered' | 'refused' | 'fault' | 'unavailable' | 'expired';

/** How one telling of a fact ended. */
export type EventOutcome = 'handled' | 'retried' | 'dead' | 'missed';

/** Told of everything that can be measured; the metrics of a process implement it. Must be quick and never throw. */
export interface BusObserver {
  /** A call of ours has ended. */
  rpcCalled(topic: string, outcome: CallOutcome, seconds: number): void;
  /** A call to a service of this process has been handled. */
  rpcServed(topic: string, outcome: CallOutcome, seconds: number): void;
  /** A service of this process has said no; `code` is that of the problem. */
  rpcRefused(topic: string, code: string): void;
  /** A service of this process has been told of a fact; `missed` where a handler on every replica has thrown. */
  eventHandled(service: string, topic: string, outcome: EventOutcome, seconds: number): void;
  /** A fact has been given up and waits for an operator. */
  deadLettered(service: string, topic: string): void;
  /** The broker came (`true`) or went. */
  linkChanged(isUp: boolean): void;
}

const ignore = (): void => undefined;

/** Measures nothing. */
export const SILENT_OBSERVER: BusObserver = {
  rpcCalled: ignore,
  rpcServed: ignore,
  rpcRefused: ignore,
  eventHandled: ignore,
  deadLettered: ignore,
  linkChanged: ignore,
};

import type { BusConnection, BusOptions } from '../src/bus-connection';

/** An installation of the bus: what joins the same world can talk. */
export interface BusWorld {
  /** Joins as a further process would. */
  join(): Promise<BusConnection>;
  /** Closes everything that joined and cleans up. */
  end(): Promise<void>;
}

/** Makes a world of its own for one test. */
export type CreateWorld = (options?: BusOptions) => Promise<BusWorld>;

/** What the bus needs of a logger; `Logger` of `@bookable/platform-logging` fits. Messages are constant sentences. */
export interface BusLogger {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

const ignore = (): void => undefined;

/** Says nothing. */
export const SILENT_LOGGER: BusLogger = { info: ignore, warn: ignore, error: ignore };

/** What is wrong with one variable of the environment. It never holds the value, which may be a secret. */
export interface ConfigFault {
  readonly variable: string;
  readonly message: string;
  readonly example?: string;
}

const asLine = ({ variable, message, example }: ConfigFault) =>
  `  ${variable} ${message}${example === undefined ? '' : `, for example ${variable}=${example}`}`;

/** The environment cannot be used; says everything that is wrong with it, so that it is put right in one go. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly ConfigFault[]) {
    super(`The environment is not usable:\n${faults.map(asLine).join('\n')}`);
    this.name = 'ConfigError';
  }

  /** Joins the faults of several readers, each variable named once. */
  static join(errors: readonly ConfigError[]): ConfigError {
    const byVariable = new Map(errors.flatMap((error) => error.faults).map((fault) => [fault.variable, fault]));
    return new ConfigError([...byVariable.values()]);
  }
}

/** Thrown by a reader of one variable. Its message completes the sentence "PORT …" and must not repeat the value. */
export class BadValue extends Error {}

import { ValidateBy, type ValidationOptions } from 'class-validator';

type Predicate = (value: unknown) => boolean;

/** Makes a property decorator of a predicate; `name` and `constraints` are what the OpenAPI generator knows the rule by. */
export function rule(name: string, message: string, holds: Predicate, options?: ValidationOptions, constraints: unknown[] = []): PropertyDecorator {
  return ValidateBy({ name, constraints, validator: { validate: holds, defaultMessage: () => message } }, { message: `$property ${message}`, ...options });
}

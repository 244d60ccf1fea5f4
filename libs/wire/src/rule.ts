import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Makes a property decorator of a predicate; `name` is what the OpenAPI generator knows the rule by. */
export function rule(name: string, message: string, holds: (value: unknown) => boolean, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: holds, defaultMessage: () => message } }, { message: `$property ${message}`, ...options });
}

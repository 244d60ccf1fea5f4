import { ValidateIf } from 'class-validator';

/** A field that may be left out and is never null: what it stands for can be changed, and not be cleared. */
export function MayBeLeftOut(): PropertyDecorator {
  return ValidateIf((_owner: object, value: unknown) => value !== undefined);
}

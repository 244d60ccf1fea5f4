import { type ValidatorConstraintInterface, getMetadataStorage } from 'class-validator';
import type { Rule } from './shape';

/** What class-validator keeps for one decorator on one property. */
export type ValidatorMetadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** Turns one decorator into a predicate and a message, so that checking needs no look-up later. */
export function readRule(metadata: ValidatorMetadata): Rule {
  const [registered] = getMetadataStorage().getTargetValidatorConstraints(metadata.constraintCls);
  if (!registered) throw new Error(`${metadata.propertyName} has a rule without a constraint.`);
  if (registered.async) throw new Error(`${metadata.propertyName} has an asynchronous rule; the edge checks shapes, services check facts.`);
  const constraint: ValidatorConstraintInterface = registered.instance;
  const constraints: readonly unknown[] = metadata.constraints ?? [];
  const argumentsFor = (value: unknown, owner: object) => ({
    value,
    constraints: [...constraints],
    object: owner,
    property: metadata.propertyName,
    targetName: owner.constructor.name,
  });
  return {
    name: metadata.name ?? registered.name,
    each: metadata.each,
    constraints,
    holds: (value, owner) => constraint.validate(value, argumentsFor(value, owner)) === true,
    message: (value, owner) => {
      const details = argumentsFor(value, owner);
      const own = typeof metadata.message === 'function' ? metadata.message(details) : metadata.message;
      return fill(own ?? constraint.defaultMessage?.(details) ?? 'is not valid', constraints);
    },
  };
}

/** The path stands beside the message, so the property's name is left out of it; `$value` would echo what was sent. */
function fill(template: string, constraints: readonly unknown[]): string {
  return template
    .replace(/\$constraint(\d+)/g, (_match, position: string) => textOf(constraints[Number(position) - 1]))
    .replace(/^(each value in )?\$property /, '$1')
    .replaceAll('$property', 'this field')
    .replaceAll('$value', 'this value');
}

function textOf(constraint: unknown): string {
  return Array.isArray(constraint) ? constraint.join(', ') : String(constraint);
}

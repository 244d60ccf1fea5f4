import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage } from 'class-validator';
import type { MessageClass } from '@bookable/kernel';
import { type ValidatorMetadata, readRule } from './read-rule';
import type { Nested, Property, Scalar, Shape } from './shape';

const shapes = new Map<MessageClass<object>, Shape>();
const SCALARS = new Map<unknown, Scalar>([[Number, 'number'], [Boolean, 'boolean'], [String, 'text']]);

/** Reads what a message class's decorators say, once per class. */
export function shapeOf(messageClass: MessageClass<object>): Shape {
  const known = shapes.get(messageClass);
  if (known) return known;
  const shape: Shape = { name: messageClass.name, messageClass, properties: readProperties(messageClass) };
  shapes.set(messageClass, shape);
  return shape;
}

function readProperties(messageClass: MessageClass<object>): Map<string, Property> {
  const byName = new Map<string, ValidatorMetadata[]>();
  for (const metadata of getMetadataStorage().getTargetValidationMetadatas(messageClass, '', false, false)) {
    const ofProperty = byName.get(metadata.propertyName) ?? [];
    byName.set(metadata.propertyName, [...ofProperty, metadata]);
  }
  return new Map([...byName].map(([name, metadatas]) => [name, readProperty(messageClass, name, metadatas)]));
}

function readProperty(messageClass: MessageClass<object>, name: string, metadatas: readonly ValidatorMetadata[]): Property {
  const declared: unknown = Reflect.getMetadata('design:type', messageClass.prototype as object, name);
  const typed = defaultMetadataStorage.findTypeMetadata(messageClass, name);
  const elementClass: unknown = typed?.typeFunction?.();
  const isNested = metadatas.some((metadata) => metadata.type === 'nestedValidation');
  const conditions = metadatas.filter((metadata) => metadata.type === 'conditionalValidation');
  const isOptional = conditions.some((metadata) => metadata.name === 'isOptional');
  return {
    name,
    optional: isOptional,
    isList: declared === Array || metadatas.some((metadata) => metadata.each),
    // A list is of texts unless it says otherwise; `@Type(() => Object)` says that anything may stand in it.
    scalar: SCALARS.get(elementClass ?? declared) ?? (declared === Array && elementClass === undefined ? 'text' : 'anything'),
    // Decorators run from the bottom up; the reader of a fault expects the topmost rule first.
    rules: metadatas.filter((metadata) => metadata.constraintCls).map(readRule).reverse(),
    appliesWhen: conditions.filter((metadata) => metadata.name !== 'isOptional').map(readCondition),
    rewrites: readRewrites(messageClass, name),
    nested: isNested ? readNested(messageClass, name, elementClass ?? declared) : undefined,
  };
}

function readCondition(metadata: ValidatorMetadata): (owner: object) => boolean {
  const [condition] = metadata.constraints as [(owner: object, value: unknown) => boolean];
  return (owner) => condition(owner, Reflect.get(owner, metadata.propertyName));
}

function readRewrites(messageClass: MessageClass<object>, name: string): Property['rewrites'] {
  return defaultMetadataStorage.findTransformMetadatas(messageClass, name, 0).map(
    ({ transformFn }) =>
      (value, owner) =>
        transformFn({ key: name, obj: owner, value, type: 0, options: {} }),
  );
}

function readNested(messageClass: MessageClass<object>, name: string, elementClass: unknown): Nested {
  const typed = defaultMetadataStorage.findTypeMetadata(messageClass, name);
  const discriminator = typed?.options?.discriminator;
  if (typed && discriminator) {
    const { typeFunction, options } = typed;
    const variants = discriminator.subTypes.map(({ name: value, value: variant }) => ({ value, shape: () => shapeOf(variant as MessageClass<object>) }));
    const shapeFor = (owner: object) => shapeOf(typeFunction({ newObject: owner, object: owner, property: name, ...options }) as MessageClass<object>);
    return { discriminator: discriminator.property, variants, shapeFor };
  }
  if (typeof elementClass !== 'function' || elementClass === Object || elementClass === Array) {
    throw new Error(`${messageClass.name}.${name} is nested and has no @Type.`);
  }
  const shape = () => shapeOf(elementClass as MessageClass<object>);
  return { variants: [{ value: elementClass.name, shape }], shapeFor: shape };
}

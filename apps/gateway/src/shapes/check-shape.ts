import type { FieldFault } from '@bookable/kernel';
import type { Property, Shape } from './shape';

/** What was sent, as an instance of the message class; where there are faults it must not be used. */
export interface Checked {
  readonly message: object;
  readonly faults: readonly FieldFault[];
}

/** More faults than a person would mend at once only cost time to find. */
const FAULTS_AT_MOST = 50;

/** Holds a plain object against a shape: every rule, nothing unknown, all the way down. */
export function check(shape: Shape, sent: Readonly<Record<string, unknown>>): Checked {
  const faults: FieldFault[] = [];
  return { message: checkObject(shape, sent, '', faults), faults };
}

function checkObject(shape: Shape, sent: unknown, path: string, faults: FieldFault[]): object {
  const message = new shape.messageClass();
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    faults.push({ path, message: 'must be an object' });
    return message;
  }
  for (const [name, value] of Object.entries(sent)) {
    if (faults.length >= FAULTS_AT_MOST) return message;
    if (shape.properties.has(name)) Reflect.set(message, name, value);
    else faults.push({ path: join(path, name), message: 'is not known here' });
  }
  for (const property of shape.properties.values()) checkProperty(property, message, path, faults);
  return message;
}

function checkProperty(property: Property, message: object, path: string, faults: FieldFault[]): void {
  const at = path === '' ? property.name : `${path}.${property.name}`;
  let value: unknown = Reflect.get(message, property.name);
  // Texts of a query are read as what they mean; what is nested came as JSON, which says itself what it is.
  const rewrites = path === '' ? property.rewrites : [];
  for (const rewrite of rewrites) value = rewrite(value, message);
  if (rewrites.length > 0 && value !== undefined) Reflect.set(message, property.name, value);
  if (property.optional && (value === undefined || value === null)) {
    // What is nested comes as a whole, so that a null in it can only mean that there is nothing; at the top it may mean to clear.
    if (value === null && path !== '') Reflect.deleteProperty(message, property.name);
    return;
  }
  if (!property.appliesWhen.every((applies) => applies(message))) return;
  if (value === undefined) {
    faults.push({ path: at, message: 'is required' });
    return;
  }
  const fault = brokenRule(property, value, message);
  if (fault !== undefined) faults.push({ path: at, message: fault });
  else if (property.nested) Reflect.set(message, property.name, checkNested(property, property.nested.shapeFor(message), value, at, faults));
}

function brokenRule(property: Property, value: unknown, owner: object): string | undefined {
  for (const rule of property.rules) {
    if (!rule.each) {
      if (!rule.holds(value, owner)) return rule.message(value, owner);
    } else if (!Array.isArray(value)) {
      return 'must be a list';
    } else if (!value.every((item) => rule.holds(item, owner))) {
      return rule.message(value, owner);
    }
  }
  return undefined;
}

function checkNested(property: Property, shape: Shape, value: unknown, at: string, faults: FieldFault[]): unknown {
  if (!property.isList) return checkObject(shape, value, at, faults);
  if (Array.isArray(value)) return value.map((item, index) => checkObject(shape, item, `${at}.${index}`, faults));
  faults.push({ path: at, message: 'must be a list' });
  return value;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

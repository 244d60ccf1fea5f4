import { Transform } from 'class-transformer';
import { IsEmail, MaxLength } from 'class-validator';

const EMAIL_MAX_LENGTH = 254;

/** An e-mail address: surrounding spaces are forgiven, 254 characters at most (RFC 5321). */
export function IsEmailAddress(): PropertyDecorator {
  const rules = [
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsEmail(),
    MaxLength(EMAIL_MAX_LENGTH),
  ];
  return (target, property) => rules.forEach((rule) => rule(target, property as string));
}

import { IsString, MaxLength, MinLength } from 'class-validator';

/** A password somebody chooses: 8 to 128 characters of any kind; the service refuses the guessable ones. */
export function IsNewPassword(): PropertyDecorator {
  const rules = [IsString(), MinLength(8), MaxLength(128)];
  return (target, property) => rules.forEach((rule) => rule(target, property as string));
}

/** A password somebody claims to know: bounded, and otherwise judged only by whether it is right. */
export function IsGivenPassword(): PropertyDecorator {
  const rules = [IsString(), MinLength(1), MaxLength(512)];
  return (target, property) => rules.forEach((rule) => rule(target, property as string));
}

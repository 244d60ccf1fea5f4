import { Type } from 'class-transformer';
import { IsIn, IsString, ValidateNested } from 'class-validator';

/** A public key (RFC 7517, RFC 7518 section 6.2). */
export class JwkView {
  @IsIn(['EC'])
  kty: 'EC';

  @IsIn(['P-256'])
  crv: 'P-256';

  @IsString()
  x: string;

  @IsString()
  y: string;

  @IsString()
  kid: string;

  @IsIn(['sig'])
  use: 'sig';

  @IsIn(['ES256'])
  alg: 'ES256';
}

/** Every key an access token in use, or soon in use, may be signed with. */
export class JwksView {
  @ValidateNested({ each: true }) @Type(() => JwkView)
  keys: JwkView[];
}

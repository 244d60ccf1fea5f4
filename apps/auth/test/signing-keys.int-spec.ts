import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { ACCESS_TOKEN_ALGORITHM, ACCESS_TOKEN_AUDIENCE, ACCESS_TOKEN_ISSUER, GetSigningKeys, RefreshSession, type SignedInView } from '@bookable/contracts-auth';
import { InProcessBus } from '@bookable/platform-bus';
import { startService } from '@bookable/platform-runtime';
import { JwtService } from '@nestjs/jwt';
import { authService } from '../src/auth.module';
import { aUser, actorOf } from './people';
import { RunningAuth } from './running-auth';

const DAY_MS = 86_400_000;

describe('signing keys', () => {
  let auth: RunningAuth;
  beforeEach(async () => void (auth = await RunningAuth.start()));
  afterEach(() => auth.stop());

  const published = () => auth.ask(GetSigningKeys, {}).then(({ keys }) => keys);
  const headerOf = ({ accessToken }: SignedInView) => JSON.parse(Buffer.from(accessToken.split('.')[0]!, 'base64url').toString());
  const rows = () => auth.rows<{ kid: string }>('SELECT kid FROM signing_key ORDER BY signs_from');
  const nextDay = async (days: number) => {
    auth.clock.advance(days * DAY_MS);
    await auth.restart();
  };

  /** As passport-jwt does: the key by its id, and nothing but what the contract fixes. */
  async function verify(token: string): Promise<object> {
    const { kid } = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString());
    const jwk = (await published()).find((key) => key.kid === kid);
    if (!jwk) throw new Error('No such key is published.');
    const publicKey = createPublicKey({ key: jwk as unknown as JsonWebKey, format: 'jwk' });
    const clockTimestamp = Math.floor(auth.clock.now().getTime() / 1_000);
    return new JwtService({}).verify(token, {
      publicKey: publicKey as never, algorithms: [ACCESS_TOKEN_ALGORITHM], issuer: ACCESS_TOKEN_ISSUER, audience: ACCESS_TOKEN_AUDIENCE, clockTimestamp,
    });
  }

  it('sign tokens that anybody can verify by the published keys', async () => {
    const signedIn = await aUser(auth);
    expect(headerOf(signedIn)).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: (await published())[0]!.kid });
    const { userId, sessionId } = actorOf(signedIn);
    const claims = (await verify(signedIn.accessToken)) as { iat: number; exp: number };
    expect(claims).toMatchObject({ sub: userId, sid: sessionId, roles: ['renter'], email_verified: false, iss: 'bookable', aud: 'bookable-api', jti: expect.any(String) });
    expect(claims.exp - claims.iat).toBe(900);
  });

  it('do not vouch for a token that was changed, expired, or signed with the public key as a secret', async () => {
    const { accessToken } = await aUser(auth);
    const [header, payload, signature] = accessToken.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, roles: ['admin'] })).toString('base64url');
    await expect(verify(`${header}.${forged}.${signature}`)).rejects.toThrow('invalid signature');
    const { kid, ...jwk } = (await published())[0]!;
    const hmacHeader = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'at+jwt', kid })).toString('base64url');
    const pem = createPublicKey({ key: jwk as unknown as JsonWebKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const mac = createHmac('sha256', pem).update(`${hmacHeader}.${forged}`).digest('base64url');
    await expect(verify(`${hmacHeader}.${forged}.${mac}`)).rejects.toThrow('invalid algorithm');
    auth.clock.advance(900_000);
    await expect(verify(accessToken)).rejects.toThrow('jwt expired');
  });

  it('are published a day ahead, take their turn, and stay until nothing they signed is valid', async () => {
    const [first] = await published();
    expect(await published()).toHaveLength(1);
    await nextDay(29);
    const [, next] = await published();
    const before = await aUser(auth);
    expect(headerOf(before).kid).toBe(first!.kid);
    await nextDay(1);
    const after = await auth.ask(RefreshSession, { refreshToken: before.refreshToken });
    expect(headerOf(after).kid).toBe(next!.kid);
    await expect(verify(after.accessToken)).resolves.toBeDefined();
    expect((await published()).map(({ kid }) => kid)).toEqual([first!.kid, next!.kid]);
    await nextDay(1);
    expect((await published()).map(({ kid }) => kid)).toEqual([next!.kid]);
    expect(await rows()).toHaveLength(1);
  });

  it('are rotated once, though several replicas start at the same moment', async () => {
    auth.clock.advance(29 * DAY_MS);
    const replicas = await Promise.all(
      Array.from({ length: 4 }, () => startService(authService, auth.env, { ...auth.platform, bus: new InProcessBus() }, { clock: auth.clock })),
    );
    expect(await rows()).toHaveLength(2);
    await Promise.all(replicas.map((replica) => replica.stop()));
  });

  it('lie sealed in the database, and the seal in a file for its owner only', async () => {
    const [key] = await auth.rows<{ text: string }>(`SELECT encode(sealed_private_key, 'escape') AS text FROM signing_key`);
    expect(key!.text).not.toContain('PRIVATE KEY');
    const file = `${auth.env.DATA_DIR}/auth-sealing.key`;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toHaveLength(43);
  });

  it('that cannot be opened any more make way for a new one at once, while what they signed stays valid', async () => {
    const before = await aUser(auth);
    await auth.restart({ AUTH_SEALING_KEY: 'another sealing key of 32 letters or more' });
    const after = await auth.ask(RefreshSession, { refreshToken: before.refreshToken });
    expect(headerOf(after).kid).not.toBe(headerOf(before).kid);
    await expect(verify(before.accessToken)).resolves.toBeDefined();
    await expect(verify(after.accessToken)).resolves.toBeDefined();
  });

  it('may be given by the environment, and then are neither made nor rotated', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const JWT_PRIVATE_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().replaceAll('\n', '\\n');
    await auth.restart({ JWT_PRIVATE_KEY });
    const signedIn = await aUser(auth);
    expect(await published()).toHaveLength(1);
    await expect(verify(signedIn.accessToken)).resolves.toBeDefined();
    expect(await rows()).toHaveLength(1);
  });
});

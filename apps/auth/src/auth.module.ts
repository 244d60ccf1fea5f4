import { join } from 'node:path';
import { BusModule } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import { DatabaseModule, type DatabaseOptions, migrateDatabase } from '@bookable/platform-database';
import { OperationsModule } from '@bookable/platform-operations';
import { Clock, type Platform, type ServiceDefinition } from '@bookable/platform-runtime';
import { keptSecret } from '@bookable/platform-sealing';
import { StorageModule } from '@bookable/platform-storage';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { ScheduleModule } from '@nestjs/schedule';
import { AccessTokens } from './application/access-tokens';
import { ApplyAdminList } from './application/apply-admin-list';
import { AttemptGate } from './application/attempt-gate';
import { AvatarFiles } from './application/avatar-files';
import { ChangeAvatar } from './application/change-avatar';
import { ChangePassword } from './application/change-password';
import { ConfiguredKeyRing } from './application/configured-key-ring';
import { CopyRating } from './application/copy-rating';
import { DeleteUser } from './application/delete-user';
import { EndSession } from './application/end-session';
import { CarryOutErasures } from './application/erasure/carry-out-erasures';
import { EraseAccount } from './application/erasure/erase-account';
import { ErasureList } from './application/erasure/erasure-list';
import { FindErasures } from './application/erasure/find-erasures';
import { ForgetErasures } from './application/erasure/forget-erasures';
import { RepeatErasures } from './application/erasure/repeat-erasures';
import { EnsureOperator } from './application/ensure-operator';
import { FindEndedSessions } from './application/find-ended-sessions';
import { FindSessions } from './application/find-sessions';
import { GuessedPasswords } from './application/guessed-passwords';
import { GetOwnUser } from './application/get-own-user';
import { GetProfile } from './application/get-profile';
import { GetUserFacts } from './application/get-user-facts';
import { ImportPerson } from './application/import-person';
import { KeepSuspicions } from './application/keep-suspicions';
import { MailAskedLink } from './application/mail-asked-link';
import { MailLinkWriter } from './application/mail-link-writer';
import { PasswordHasher } from './application/password-hasher';
import { GatherPerson } from './application/person-export/gather-person';
import { PreparePersonExports } from './application/person-export/prepare-person-exports';
import { RequestPersonExport } from './application/person-export/request-person-export';
import { ShowPersonExport } from './application/person-export/show-person-export';
import { RefreshSession } from './application/refresh-session';
import { RegisterUser } from './application/register-user';
import { RequestPasswordReset } from './application/request-password-reset';
import { ResendEmailVerification } from './application/resend-email-verification';
import { ResetPassword } from './application/reset-password';
import { RotateSigningKeys } from './application/rotate-signing-keys';
import { RotatingKeyRing } from './application/rotating-key-ring';
import { Sealer } from './application/sealing';
import { SessionEndings } from './application/session-endings';
import { SessionOpener } from './application/session-opener';
import { SignIn } from './application/sign-in';
import { SignOut } from './application/sign-out';
import { SigningKeyRing } from './application/signing-key-ring';
import { SweepStaleRows } from './application/sweep-stale-rows';
import { UpdateUser } from './application/update-user';
import { UserViews } from './application/user-views';
import { VerifyEmail } from './application/verify-email';
import { AuthConfig } from './config';
import { AttemptStore } from './persistence/attempt.store';
import { EndedSessionStore } from './persistence/ended-session.store';
import { ImportedPersonStore } from './persistence/imported-person.store';
import { MailLinkStore } from './persistence/mail-link.store';
import { ErasureStore } from './persistence/erasure.store';
import { PersonExportStore } from './persistence/person-export.store';
import { CreateUsers202611211000 } from './persistence/migrations/202611211000-create-users';
import { CreateSessions202611211001 } from './persistence/migrations/202611211001-create-sessions';
import { CreateSigningKeys202611211002 } from './persistence/migrations/202611211002-create-signing-keys';
import { CreateImportedPerson202611211003 } from './persistence/migrations/202611211003-create-imported-person';
import { CreateEndedSession202611212200 } from './persistence/migrations/202611212200-create-ended-session';
import { CreatePersonExport202611222310 } from './persistence/migrations/202611222310-create-person-export';
import { CreateErasure202611230110 } from './persistence/migrations/202611230110-create-erasure';
import { RefreshTokenStore } from './persistence/refresh-token.store';
import { SessionStore } from './persistence/session.store';
import { SigningKeyStore } from './persistence/signing-key.store';
import { StaleRowStore } from './persistence/stale-row.store';
import { UserRatingStore } from './persistence/user-rating.store';
import { UserReader } from './persistence/user.reader';
import { UserStore } from './persistence/user.store';
import { UserTable } from './persistence/user.table';
import { PERSONAL_TABLES } from './persistence/personal-tables';
import { CarryOutErasuresSchedule } from './transport/carry-out-erasures.schedule';
import { ErasuresRpc } from './transport/erasures.rpc';
import { RepeatErasuresSchedule } from './transport/repeat-erasures.schedule';
import { ApplyAdminListSchedule } from './transport/apply-admin-list.schedule';
import { EmailVerificationRpc } from './transport/email-verification.rpc';
import { EnsureOperatorSchedule } from './transport/ensure-operator.schedule';
import { ImportedPeopleRpc } from './transport/imported-people.rpc';
import { MailLinkAskedConsumer } from './transport/mail-link-asked.consumer';
import { PasswordsRpc } from './transport/passwords.rpc';
import { PersonExportsRpc } from './transport/person-exports.rpc';
import { PreparePersonExportsSchedule } from './transport/prepare-person-exports.schedule';
import { RatingChangedConsumer } from './transport/rating-changed.consumer';
import { RotateSigningKeysSchedule } from './transport/rotate-signing-keys.schedule';
import { SessionsRpc } from './transport/sessions.rpc';
import { SigningKeysChangedConsumer } from './transport/signing-keys-changed.consumer';
import { SigningKeysRpc } from './transport/signing-keys.rpc';
import { SweepStaleRowsSchedule } from './transport/sweep-stale-rows.schedule';
import { WriteGuessesSchedule } from './transport/write-guesses.schedule';
import { SuspicionsRpc } from './transport/suspicions.rpc';
import { UsersRpc } from './transport/users.rpc';

const NAME = 'auth';
const SEALING_SECRET_FILE = 'auth-sealing.key';

const MIGRATIONS = [CreateUsers202611211000, CreateSessions202611211001, CreateSigningKeys202611211002, CreateImportedPerson202611211003, CreateEndedSession202611212200, CreatePersonExport202611222310, CreateErasure202611230110];
const STORES = [
  AttemptStore, EndedSessionStore, ErasureStore, ImportedPersonStore, MailLinkStore, PersonExportStore, RefreshTokenStore, SessionStore, SigningKeyStore, StaleRowStore, UserRatingStore, UserReader, UserStore,
];
const USE_CASES = [
  CarryOutErasures, FindErasures, ForgetErasures, PreparePersonExports, RepeatErasures, RequestPersonExport, ShowPersonExport,
  ApplyAdminList, ChangeAvatar, ChangePassword, CopyRating, DeleteUser, EndSession, EnsureOperator, FindEndedSessions, FindSessions, GetOwnUser, GetProfile,
  GetUserFacts, ImportPerson, KeepSuspicions, MailAskedLink, RefreshSession, RegisterUser, RequestPasswordReset, ResendEmailVerification, ResetPassword, RotateSigningKeys, SignIn,
  SignOut, SweepStaleRows, UpdateUser, VerifyEmail,
];
const HANDS = [AccessTokens, AttemptGate, AvatarFiles, EraseAccount, ErasureList, GatherPerson, GuessedPasswords, MailLinkWriter, PasswordHasher, SessionEndings, SessionOpener, UserViews];
const SCHEDULES = [ApplyAdminListSchedule, CarryOutErasuresSchedule, EnsureOperatorSchedule, PreparePersonExportsSchedule, RepeatErasuresSchedule, RotateSigningKeysSchedule, SweepStaleRowsSchedule, WriteGuessesSchedule];
const DOORS = [
  EmailVerificationRpc, ErasuresRpc, ImportedPeopleRpc, MailLinkAskedConsumer, PasswordsRpc, PersonExportsRpc, RatingChangedConsumer, SessionsRpc, SigningKeysChangedConsumer, SigningKeysRpc, SuspicionsRpc, UsersRpc,
];

function databaseOf({ databaseUrl, poolSize }: AuthConfig): DatabaseOptions {
  return { service: NAME, databaseUrl, poolSize, entities: [UserTable], migrations: MIGRATIONS };
}

/** Composes the auth service: the only file that sees every layer of it. */
@Module({})
export class AuthModule {
  static register(config: AuthConfig, env: Environment, { bus }: Platform): DynamicModule {
    return {
      module: AuthModule,
      imports: [
        BusModule.register(bus),
        DatabaseModule.register(databaseOf(config)),
        OperationsModule.register(NAME, PERSONAL_TABLES),
        StorageModule.register(env),
        ScheduleModule.forRoot(),
        JwtModule.register({}),
      ],
      controllers: DOORS,
      providers: [...STORES, ...USE_CASES, ...HANDS, ...SCHEDULES, ...keysOf(config)],
    };
  }
}

function keysOf(config: AuthConfig): Provider[] {
  const { jwtPrivateKey, sealingSecret, dataDir } = config;
  return [
    { provide: AuthConfig, useValue: config },
    { provide: Sealer, useFactory: () => new Sealer(sealingSecret ?? keptSecret(join(dataDir, SEALING_SECRET_FILE))) },
    {
      provide: SigningKeyRing,
      useFactory: (store: SigningKeyStore, sealer: Sealer, clock: Clock) =>
        jwtPrivateKey === undefined ? new RotatingKeyRing(store, sealer, clock) : new ConfiguredKeyRing(jwtPrivateKey),
      inject: [SigningKeyStore, Sealer, Clock],
    },
  ];
}

/** How a process starts this service. */
export const authService: ServiceDefinition = {
  name: NAME,
  module: (env, platform) => AuthModule.register(AuthConfig.read(env), env, platform),
  migrate: (env, only) => migrateDatabase(databaseOf(AuthConfig.read(env)), only),
};

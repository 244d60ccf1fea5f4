import {
  ChangePassword, type ChangePasswordRequest, EndSession, type EndSessionRequest, FindSessions, type FindSessionsRequest, GetOwnUser,
  type GetOwnUserRequest, RefreshSession, type RefreshSessionRequest, RegisterUser, type RegisterUserRequest, RequestPasswordReset,
  type RequestPasswordResetRequest, ResendEmailVerification, type ResendEmailVerificationRequest, ResetPassword, type ResetPasswordRequest,
  SignIn, type SignInRequest, SignOut, type SignOutRequest, VerifyEmail, type VerifyEmailRequest,
} from '@bookable/contracts-auth';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Route } from '../http/route';
import { callerOrigin } from '../http/supplies';
import { RefreshCookies, refreshCookie } from '../tokens/refresh-cookies';

/** Accounts and sessions. Refresh tokens may live in a cookie that page scripts cannot read (see `RefreshCookies`). */
@Controller()
export class AuthHttp {
  constructor(
    private readonly bus: Bus,
    private readonly cookies: RefreshCookies,
  ) {}

  @Route('POST', '/api/auth/register', RegisterUser, {
    says: 'Opens an account, signs in, and mails a confirmation link.', access: 'anyone', status: 201, limit: 'sign-in', supplies: callerOrigin,
  })
  async register(asked: RegisterUserRequest, request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
    return this.cookies.handOut(request, reply, await this.bus.forward(RegisterUser, asked));
  }

  @Route('POST', '/api/auth/login', SignIn, { says: 'Begins a session.', access: 'anyone', limit: 'sign-in', supplies: callerOrigin })
  async signIn(asked: SignInRequest, request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
    return this.cookies.handOut(request, reply, await this.bus.forward(SignIn, asked));
  }

  @Route('POST', '/api/auth/refresh', RefreshSession, {
    says: 'Renews a session: gives a new pair for a refresh token.', access: 'anyone', limit: 'sign-in', supplies: refreshCookie(callerOrigin),
  })
  async refresh(asked: RefreshSessionRequest, request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
    this.cookies.refuseForeignPage(request);
    return this.cookies.handOut(request, reply, await this.bus.forward(RefreshSession, asked));
  }

  @Route('POST', '/api/auth/logout', SignOut, { says: 'Ends a session.', access: 'anyone', supplies: refreshCookie() })
  signOut(asked: SignOutRequest, request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
    this.cookies.refuseForeignPage(request);
    this.cookies.takeBack(request, reply);
    return this.bus.forward(SignOut, asked);
  }

  @Route('GET', '/api/auth/me', GetOwnUser, { says: "The caller's own account.", access: 'signed-in' })
  showOwn(asked: GetOwnUserRequest): Promise<Buffer> {
    return this.bus.forward(GetOwnUser, asked);
  }

  @Route('POST', '/api/auth/verify-email', VerifyEmail, { says: 'Confirms an e-mail address.', access: 'anyone', limit: 'sign-in' })
  verifyEmail(asked: VerifyEmailRequest): Promise<Buffer> {
    return this.bus.forward(VerifyEmail, asked);
  }

  @Route('POST', '/api/auth/verify-email/resend', ResendEmailVerification, {
    says: 'Mails a fresh confirmation link.', access: 'anyone', status: 202, limit: 'mail',
  })
  resendVerification(asked: ResendEmailVerificationRequest): Promise<Buffer> {
    return this.bus.forward(ResendEmailVerification, asked);
  }

  @Route('POST', '/api/auth/password/forgot', RequestPasswordReset, {
    says: 'Mails a reset link where the address has an account; answers the same where it has none.', access: 'anyone', status: 202, limit: 'mail',
  })
  forgotPassword(asked: RequestPasswordResetRequest): Promise<Buffer> {
    return this.bus.forward(RequestPasswordReset, asked);
  }

  @Route('POST', '/api/auth/password/reset', ResetPassword, {
    says: 'Sets a new password with the token of a mail, and ends all sessions.', access: 'anyone', limit: 'sign-in',
  })
  resetPassword(asked: ResetPasswordRequest): Promise<Buffer> {
    return this.bus.forward(ResetPassword, asked);
  }

  @Route('PUT', '/api/auth/password', ChangePassword, {
    says: 'Changes the password, and ends every other session.', access: 'signed-in', limit: 'sign-in', supplies: callerOrigin,
  })
  changePassword(asked: ChangePasswordRequest): Promise<Buffer> {
    return this.bus.forward(ChangePassword, asked);
  }

  @Route('GET', '/api/auth/sessions', FindSessions, { says: 'Where the caller is signed in.', access: 'signed-in' })
  findSessions(asked: FindSessionsRequest): Promise<Buffer> {
    return this.bus.forward(FindSessions, asked);
  }

  @Route('DELETE', '/api/auth/sessions/:id', EndSession, { says: "Ends one of the caller's sessions.", access: 'owner', names: { id: 'sessionId' } })
  endSession(asked: EndSessionRequest): Promise<Buffer> {
    return this.bus.forward(EndSession, asked);
  }
}

import { IsId, IsInstant } from '@bookable/wire';
import { IsArray, IsIn, IsInt, IsObject, IsOptional, IsString } from 'class-validator';

/** In which capacity somebody acted; `system` where time or the configuration did. */
export const AUDIT_ROLES = ['admin', 'owner', 'staff', 'self', 'system', 'anonymous'] as const;
/** One of them. */
export type AuditedRole = (typeof AUDIT_ROLES)[number];

/** A privileged or suspicious action. */
export class AuditEntryView {
  @IsId()
  id: string;

  /** Whose log it stands in. */
  @IsString()
  service: string;

  @IsInstant()
  at: string;

  /** A stable word, `service.thing.happened`. */
  @IsString()
  action: string;

  @IsIn(AUDIT_ROLES)
  role: AuditedRole;

  /** Whose account it was done from; null where nobody was known. */
  @IsOptional() @IsId()
  actorId: string | null;

  /** Of what is suspicious, the network it came from: the first three numbers of an IPv4 address, the first three groups of an IPv6 one. */
  @IsOptional() @IsString()
  network: string | null;

  /** What it was done to. */
  @IsOptional() @IsString()
  subject: string | null;

  /** Whose data it touched. */
  @IsArray() @IsString({ each: true })
  affected: string[];

  @IsOptional() @IsString()
  reason: string | null;

  /** How often within the minute. */
  @IsInt()
  times: number;

  /** What else makes it understood. */
  @IsOptional() @IsObject()
  facts: Record<string, unknown> | null;

  /** The `X-Request-Id` it was done under. */
  @IsOptional() @IsString()
  requestId: string | null;
}

/** Somebody whose data the chosen actions touched. */
export class AffectedUserView {
  @IsId()
  userId: string;

  /** What was done. */
  @IsArray() @IsString({ each: true })
  actions: string[];

  @IsInstant()
  firstAt: string;

  @IsInstant()
  lastAt: string;

  @IsInt()
  times: number;
}

import { IsId, IsInstant } from '@bookable/wire';
import { IsIn, IsInt, IsOptional } from 'class-validator';

/** Whether an export is being gathered or can be fetched. */
export const PERSON_EXPORT_STATES = ['waiting', 'ready'] as const;
/** One of them. */
export type PersonExportState = (typeof PERSON_EXPORT_STATES)[number];

/** Everything that is kept of the caller, on its way into one file. */
export class PersonExportView {
  @IsId()
  id: string;

  @IsIn(PERSON_EXPORT_STATES)
  state: PersonExportState;

  @IsInstant()
  askedAt: string;

  /** How many of the services have answered. */
  @IsInt()
  servicesDone: number;

  @IsInt()
  services: number;

  @IsOptional() @IsInstant()
  readyAt: string | null;

  /** When the file goes away. */
  @IsOptional() @IsInstant()
  expiresAt: string | null;

  @IsOptional() @IsInt()
  bytes: number | null;
}

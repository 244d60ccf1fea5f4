import { Forbidden, NotFound, Unauthenticated, defineQuery } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { IsArray, IsObject, IsOptional, IsString } from 'class-validator';
import { ServiceRequest } from './in-service';

/** Whose data; without a table, which tables there are. */
export class ExportPersonRequest extends ServiceRequest {
  @IsId()
  personId: string;

  @IsOptional() @IsText(1, 63)
  table?: string;

  /** Where the page before ended. */
  @IsOptional() @IsText(1, 40)
  after?: string;
}

/** A table that holds the person's id and is not handed out. */
export class WithheldTableView {
  @IsString()
  table: string;

  @IsString()
  because: string;
}

/** A page of what a service keeps of a person. */
export class PersonalRowsView {
  @IsArray() @IsString({ each: true })
  tables: string[];

  @IsArray()
  withheld: WithheldTableView[];

  @IsArray() @IsObject({ each: true })
  rows: Record<string, unknown>[];

  /** Keys in storage that belong to these rows. */
  @IsArray() @IsString({ each: true })
  files: string[];

  @IsOptional() @IsString()
  after: string | null;
}

/** What one service keeps of the person who asks. Between services only: no route leads here. */
export const ExportPerson = defineQuery<ExportPersonRequest, PersonalRowsView>({
  topic: 'operations.export-person',
  request: ExportPersonRequest,
  reply: PersonalRowsView,
  problems: [Unauthenticated, Forbidden, NotFound],
});

import { CreateGeoFunctions202611211000 } from './202611211000-create-geo-functions';
import { CreateListing202611211001 } from './202611211001-create-listing';
import { CreateNeighbours202611211002 } from './202611211002-create-neighbours';
import { CreateSearchEntry202611211003 } from './202611211003-create-search-entry';
import { CreateWordSearch202611211004 } from './202611211004-create-word-search';
import { CreateViews202611211005 } from './202611211005-create-views';
import { CreateShelving202611211006 } from './202611211006-create-shelving';
import { SeedLabels202611211007 } from './202611211007-seed-labels';
import { CreateImportedListing202611211008 } from './202611211008-create-imported-listing';

/** The history of this schema; append only. */
export const CATALOG_MIGRATIONS = [
  CreateGeoFunctions202611211000,
  CreateListing202611211001,
  CreateNeighbours202611211002,
  CreateSearchEntry202611211003,
  CreateWordSearch202611211004,
  CreateViews202611211005,
  CreateShelving202611211006,
  SeedLabels202611211007,
  CreateImportedListing202611211008,
];

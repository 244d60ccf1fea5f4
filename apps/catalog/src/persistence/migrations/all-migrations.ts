import { CreateGeoFunctions202611211000 } from './202611211000-create-geo-functions';
import { CreateListing202611211001 } from './202611211001-create-listing';
import { CreateNeighbours202611211002 } from './202611211002-create-neighbours';
import { CreateSearchEntry202611211003 } from './202611211003-create-search-entry';
import { CreateWordSearch202611211004 } from './202611211004-create-word-search';
import { CreateViews202611211005 } from './202611211005-create-views';
import { CreateShelving202611211006 } from './202611211006-create-shelving';
import { SeedLabels202611211007 } from './202611211007-seed-labels';
import { CreateImportedListing202611211008 } from './202611211008-create-imported-listing';
import { TakeTinyDegreesForNone202611211790 } from './202611211790-take-tiny-degrees-for-none';
import { CreateDistricts202611211800 } from './202611211800-create-districts';
import { ShelveByDistrict202611211801 } from './202611211801-shelve-by-district';
import { CompareBordersOnAGrid202611211811 } from './202611211811-compare-borders-on-a-grid';
import { RefineWordSearch202611211900 } from './202611211900-refine-word-search';
import { CreateSuggestion202611211901 } from './202611211901-create-suggestion';
import { SpeedSearch202611212000 } from './202611212000-speed-search';
import { CreateMovie202611212001 } from './202611212001-create-movie';
import { CreateSavedSearch202611212002 } from './202611212002-create-saved-search';
import { CreateEventSlot202611212003 } from './202611212003-create-event-slot';
import { KeepSkeletonsAtHand202611212004 } from './202611212004-keep-skeletons-at-hand';
import { CountHostsByThemselves202611212005 } from './202611212005-count-hosts-by-themselves';
import { BoundWhatIsForgiven202611212006 } from './202611212006-bound-what-is-forgiven';
import { MeasureToTheNearestStation202611212007 } from './202611212007-measure-to-the-nearest-station';
import { FindWordsOfTitles202611212008 } from './202611212008-find-words-of-titles';
import { SuggestDistrictsOnTheMap202611212009 } from './202611212009-suggest-districts-on-the-map';
import { CreateHostTime202611221300 } from './202611221300-create-host-time';

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
  TakeTinyDegreesForNone202611211790,
  CreateDistricts202611211800,
  ShelveByDistrict202611211801,
  CompareBordersOnAGrid202611211811,
  RefineWordSearch202611211900,
  CreateSuggestion202611211901,
  CreateMovie202611212001,
  CreateSavedSearch202611212002,
  SpeedSearch202611212000,
  CreateEventSlot202611212003,
  KeepSkeletonsAtHand202611212004,
  CountHostsByThemselves202611212005,
  BoundWhatIsForgiven202611212006,
  MeasureToTheNearestStation202611212007,
  FindWordsOfTitles202611212008,
  SuggestDistrictsOnTheMap202611212009,
  CreateHostTime202611221300,
];

import { CreateHotel202611211010 } from './202611211010-create-hotel';
import { CreateStaff202611212200 } from './202611212200-create-staff';
import { CreateGuest202611212201 } from './202611212201-create-guest';

/** Everything that has ever changed this schema, oldest first; what has run is never edited. */
export const MIGRATIONS = [CreateHotel202611211010, CreateStaff202611212200, CreateGuest202611212201];

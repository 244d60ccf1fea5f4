export { AddRoom, AddRoomRequest } from './add-room.command';
export { ChangeGuest, ChangeGuestRequest } from './change-guest.command';
export { ChangeHotel, ChangeHotelRequest } from './change-hotel.command';
export { ChangeRoom, ChangeRoomRequest } from './change-room.command';
export { ChangeStaffMember, ChangeStaffMemberRequest } from './change-staff-member.command';
export { CreateHotel, CreateHotelRequest } from './create-hotel.command';
export { ClosedDayView, DayIncomeView, FindClosedDays, FindClosedDaysRequest } from './find-closed-days.query';
export { FindGuests, FindGuestsRequest, GetGuest, GetGuestRequest } from './find-guests.query';
export { FindHotels, FindHotelsRequest, GetHotel, GetHotelRequest } from './find-hotels.query';
export { FindRooms, FindRoomsRequest, GetRoom, GetRoomRequest } from './find-rooms.query';
export { FindStaff, FindStaffRequest } from './find-staff.query';
export { AlreadyAGuest, GuestOutOfReach, NothingToMerge } from './guest.errors';
export { GuestTerms, GuestView } from './guest.view';
export {
  FindLine, FindLineRequest, GuestHasBooked, GuestWaits, LineEntryRequest, NothingOffered, PutInLine, PutInLineRequest, RoomStillFree, TakeForGuest, TakeOutOfLine, WaitIsOver, WaitsThemselves,
} from './hotel-line.command';
export { LINE_STATUSES, LineEntryView, LineOfferView, type LineStatus } from './hotel-line.view';
export { HotelLocation, HotelTerms, HotelView } from './hotel.view';
export { CleaningDone, CleaningNoticeFacts, CleaningRequested, DepartureDue, HotelNoticeFacts, LineNoticeFacts, RoomHeld, RoomNoticeFacts, StayNoticeFacts, StayOverdue } from './hotel-notice.event';
export { MergeGuests, MergeGuestsRequest } from './merge-guests.command';
export { RefundExceedsPayment, RefundPayment, RefundPaymentRequest, TakePayment, TakePaymentRequest } from './payment.command';
export { PAYMENT_METHODS, type PaymentMethod, PaymentView } from './payment.view';
export { PersonTerms } from './person-terms.view';
export { NotBornYet } from './person.errors';
export {
  DayRatePreviewView, DayRateView, GetRateCalendar, NightRateView, PreviewRates, PreviewRatesRequest, RateCalendarRequest, RateCalendarView, RatedRoomTypeView, RatePreviewView,
  RoomTypeRatePreviewView, RoomTypeRatesView,
} from './rate-calendar.query';
export { RegisterGuest, RegisterGuestRequest } from './register-guest.command';
export { RegisterStaffMember, RegisterStaffMemberRequest } from './register-staff-member.command';
export { RemoveRoom, RemoveRoomRequest } from './remove-room.command';
export { RemoveStaffMember, RemoveStaffMemberRequest } from './remove-staff-member.command';
export {
  GetRevenueReport, PrintRevenueReport, PrintRevenueReportRequest, PrintedReportView, REPORT_FORMATS, REPORT_LOCALES, REPORT_PERIODS, type ReportFormat, type ReportLocale, type ReportPeriod,
  ReportTooLong, RevenueCategoryView, RevenueFigures, RevenuePeriodView, RevenueReportRequest, RevenueReportView, RevenueRoomView,
} from './revenue-report.query';
export { RoomTypeFacts, RoomTypePublished, RoomTypeRetired } from './room-type-published.event';
export { RoomNumberTaken, RoomReserved } from './room.errors';
export { ROOM_CATEGORIES, type RoomCategory, RoomTerms, RoomView } from './room.view';
export { BaseRate, GetRates, GetRatesRequest, RatesView, SetRates, SetRatesRequest } from './set-rates.command';
export { STAFF_ROLES, STAFF_STANDINGS, StaffMemberView, type StaffRole, type StaffStanding } from './staff-member.view';
export { HandOverHotel, HandOverHotelRequest } from './hand-over-hotel.command';
export { AlreadyOnStaff, LastOwner, LetsTheRooms, NobodyNamed, NotAnOwner } from './staff.errors';
export { ChangeReservation, ChangeReservationRequest } from './change-reservation.command';
export {
  FindArrivals, FindDepartures, FindGuestStays, FindGuestStaysRequest, FindInHouse, FindOverdue, FindOwnStays, FindReservations, FindReservationsRequest, GetReservation,
  HotelPageRequest, HoursAheadRequest,
} from './find-reservations.query';
export { BoardRoomView, FindFreeRooms, GetBoard, HotelDaysRequest, ROOM_DAY_STATES, type RoomDayState, RoomDayView } from './get-board.query';
export {
  CancelReservation, CancelReservationRequest, CheckIn, CheckInRequest, CheckOut, MarkReservationNoShow, PaymentTerms, ReservationRequest,
} from './reservation-steps.command';
export {
  HalfDayNotOffered, MadeByBooking, NoRoomFree, NoRoomNamed, RoomNotClean, RoomNotOffered, RoomOccupied, RoomOfAnotherType, STAY_PROBLEMS, StayIsPast, StayTooFar, StayTooShort, TooEarlyForThis,
  WrongReservationStatus,
} from './reservation.errors';
export {
  CancelGroup, CancelGroupRequest, ChangeGroup, ChangeGroupRequest, CheckInGroup, CheckInGroupRequest, CheckOutGroup, GetGroup, GroupRequest,
} from './group-steps.command';
export { ReservationGroupView } from './reservation-group.view';
export { GroupRoom, ReserveGroup, ReserveGroupRequest } from './reserve-group.command';
export { RESERVATION_STATUSES, type ReservationStatus, ReservationView, StayPriceLine } from './reservation.view';
export { ReserveRoom, ReserveRoomRequest, RoomWish } from './reserve-room.command';
export {
  CLEANING_CAUSES, type CleaningCause, CleaningRequest, CleaningTaken, CleaningView, FindCleanings, FindCleaningsRequest, FindHousekeeping, FindHousekeepingRequest, FinishCleaning, RequestCleaning,
  RequestCleaningRequest, TakeCleaning,
} from './cleaning.command';

import {
  DeleteReview as DeleteReviewContract,
  type DeleteReviewRequest,
  EditReview as EditReviewContract,
  type EditReviewRequest,
  FindHistory as FindHistoryContract,
  type FindHistoryRequest,
  FindReviews as FindReviewsContract,
  type FindReviewsRequest,
  FindRevisions as FindRevisionsContract,
  type FindRevisionsRequest,
  FindUserReviews,
  type FindUserReviewsRequest,
  ReportReview as ReportReviewContract,
  type ReportReviewRequest,
  WriteReview as WriteReviewContract,
  type WriteReviewRequest,
} from '@bookable/contracts-review';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { DeleteReview } from '../application/delete-review';
import { EditReview } from '../application/edit-review';
import { FindHistory } from '../application/find-history';
import { FindReviews } from '../application/find-reviews';
import { FindRevisions } from '../application/find-revisions';
import { ReportReview } from '../application/report-review';
import { WriteReview } from '../application/write-review';

@Controller()
export class ReviewsRpc {
  constructor(
    private readonly writeReview: WriteReview,
    private readonly editReview: EditReview,
    private readonly deleteReview: DeleteReview,
    private readonly reportReview: ReportReview,
    private readonly findReviews: FindReviews,
    private readonly findRevisions: FindRevisions,
    private readonly findHistory: FindHistory,
  ) {}

  @Handles(WriteReviewContract)
  write(request: WriteReviewRequest, context: MessageContext) {
    return this.writeReview.execute(request, context);
  }

  @Handles(EditReviewContract)
  edit(request: EditReviewRequest, context: MessageContext) {
    return this.editReview.execute(request, context);
  }

  @Handles(DeleteReviewContract)
  delete(request: DeleteReviewRequest, context: MessageContext) {
    return this.deleteReview.execute(request, context);
  }

  @Handles(ReportReviewContract)
  report(request: ReportReviewRequest, context: MessageContext) {
    return this.reportReview.execute(request, context);
  }

  @Handles(FindReviewsContract)
  find(request: FindReviewsRequest, context: MessageContext) {
    return this.findReviews.execute(request, context);
  }

  @Handles(FindUserReviews)
  ofUser(request: FindUserReviewsRequest, context: MessageContext) {
    return this.findReviews.ofUser(request, context);
  }

  @Handles(FindRevisionsContract)
  revisions(request: FindRevisionsRequest, context: MessageContext) {
    return this.findRevisions.execute(request, context);
  }

  @Handles(FindHistoryContract)
  history(request: FindHistoryRequest, context: MessageContext) {
    return this.findHistory.execute(request, context);
  }
}

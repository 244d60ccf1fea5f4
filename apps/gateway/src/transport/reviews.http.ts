import {
  DeleteReview, type DeleteReviewRequest, EditReview, type EditReviewRequest, FindReviews, type FindReviewsRequest, FindRevisions,
  type FindRevisionsRequest, GetRating,
  type GetRatingRequest, ReportReview, type ReportReviewRequest, WriteReview, type WriteReviewRequest,
} from '@bookable/contracts-review';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'reviewId' };

/** What people say of each other and of listings. */
@Controller()
export class ReviewsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/reviews', FindReviews, { says: 'The reviews of a listing or user.', access: 'anyone' })
  find(asked: FindReviewsRequest): Promise<Buffer> {
    return this.bus.forward(FindReviews, asked);
  }

  @Route('POST', '/api/reviews', WriteReview, { says: 'Writes a review of a completed booking.', access: 'party', status: 201 })
  write(asked: WriteReviewRequest): Promise<Buffer> {
    return this.bus.forward(WriteReview, asked);
  }

  @Route('PUT', '/api/reviews/:id', EditReview, { says: "Changes the caller's own review.", access: 'owner', names })
  edit(asked: EditReviewRequest): Promise<Buffer> {
    return this.bus.forward(EditReview, asked);
  }

  @Route('DELETE', '/api/reviews/:id', DeleteReview, { says: "Takes back the caller's own review.", access: 'owner', names })
  remove(asked: DeleteReviewRequest): Promise<Buffer> {
    return this.bus.forward(DeleteReview, asked);
  }

  @Route('GET', '/api/reviews/:id/revisions', FindRevisions, { says: 'What a review said before it was changed; for its author and for administrators.', access: 'owner', names })
  findRevisions(asked: FindRevisionsRequest): Promise<Buffer> {
    return this.bus.forward(FindRevisions, asked);
  }

  @Route('POST', '/api/reviews/:id/report', ReportReview, { says: 'Tells the moderators of a review.', access: 'signed-in', names })
  report(asked: ReportReviewRequest): Promise<Buffer> {
    return this.bus.forward(ReportReview, asked);
  }

  @Route('GET', '/api/ratings/:subject/:id', GetRating, { says: 'The rating of a listing or user.', access: 'anyone', names: { id: 'subjectId' } })
  showRating(asked: GetRatingRequest): Promise<Buffer> {
    return this.bus.forward(GetRating, asked);
  }
}

import { IsInt, IsString } from 'class-validator';
import { SchemaBook } from './schema-book';

function ratingWithCount(): new () => object {
  class Rating {
    @IsInt()
    count: number;
  }
  return Rating;
}

function ratingWithText(): new () => object {
  class Rating {
    @IsString()
    text: string;
  }
  return Rating;
}

describe('the schemas of a document', () => {
  it('are described once, however often they are referred to', () => {
    const book = new SchemaBook();
    const rating = ratingWithCount();
    expect(book.refer(rating)).toEqual(book.refer(rating));
    expect(Object.keys(book.entries())).toEqual(['Rating']);
  });

  it('are refused where two messages have one name, because the second would be documented as the first', () => {
    const book = new SchemaBook();
    book.refer(ratingWithCount());
    expect(() => book.refer(ratingWithText())).toThrow('Two messages are called "Rating".');
  });
});

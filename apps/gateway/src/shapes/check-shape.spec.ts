import { IsId, IsText } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import fc from 'fast-check';
import { check } from './check-shape';
import { shapeOf } from './read-shape';
import { readTexts } from './read-text';

class Leaf {
  @IsInt() @Min(0)
  count: number;

  @IsOptional() @IsText(1, 5)
  colour?: string;
}

class Tree {
  @IsText(1, 5)
  name: string;

  @IsOptional() @IsInt() @Min(1) @Max(9)
  size?: number = 3;

  @IsOptional() @IsBoolean()
  open?: boolean;

  @IsOptional() @IsId({ each: true })
  ids?: string[];

  @IsOptional() @ValidateNested({ each: true }) @Type(() => Leaf)
  leaves?: Leaf[];

  @ValidateIf((tree: Tree) => tree.open === true) @IsText(1, 5)
  key?: string;
}

const tree = shapeOf(Tree);
const faultsOf = (sent: Record<string, unknown>) => check(tree, sent).faults.map(({ path }) => path);

describe('Checking a message against its class', () => {
  it('keeps what is right, with the defaults of the class', () => {
    const { message, faults } = check(tree, { name: 'oak', leaves: [{ count: 1 }] });
    expect(faults).toEqual([]);
    expect(message).toBeInstanceOf(Tree);
    expect(message).toEqual({ name: 'oak', size: 3, leaves: [{ count: 1 }] });
  });

  it('names what is missing, unknown or wrong by its path', () => {
    expect(faultsOf({ colour: 'red', size: 10, leaves: [{ count: 1 }, { count: -1, more: true }] })).toEqual(['colour', 'name', 'size', 'leaves.1.more', 'leaves.1.count']);
  });

  it('says the topmost broken rule of a field in words without its name', () => {
    expect(check(tree, { name: 'oak', size: 'big' }).faults).toEqual([{ path: 'size', message: 'must be an integer number' }]);
  });

  it('wants a list where the class has one', () => {
    expect(faultsOf({ name: 'oak', ids: 'x' })).toEqual(['ids']);
    expect(faultsOf({ name: 'oak', leaves: {} })).toEqual(['leaves']);
  });

  it('takes a null for nothing where an optional field is nested, and leaves it to mean that something is cleared where it is not', () => {
    expect(check(tree, { name: 'oak', size: null, leaves: [{ count: 1, colour: null }] })).toEqual({ message: { name: 'oak', size: null, leaves: [{ count: 1 }] }, faults: [] });
  });

  it('looks at a conditional field only where its condition holds', () => {
    expect(faultsOf({ name: 'oak', open: false })).toEqual([]);
    expect(faultsOf({ name: 'oak', open: true })).toEqual(['key']);
  });

  it('never throws, whatever is sent', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('name', 'size', 'ids', 'leaves', 'key', 'open', 'x'), fc.anything()), (sent) => void check(tree, sent)));
  });

  it('lets only what it names as right through, whatever is sent', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('name', 'size', 'colour'), fc.oneof(fc.string(), fc.integer(), fc.constant(null))), (sent) => {
        const { message, faults } = check(tree, sent);
        if (faults.length > 0) return;
        const { name, size } = message as Tree;
        expect(name.trim().length > 0 && name.length <= 5 && (size === null || (size! >= 1 && size! <= 9)) && !('colour' in sent)).toBe(true);
      }),
    );
  });
});

describe('Reading texts of an address', () => {
  it('reads numbers and truths, and leaves what is none for the rules to refuse', () => {
    expect(readTexts(tree, { size: '7', open: 'true', name: '7', other: '1' })).toEqual({ size: 7, open: true, name: '7', other: '1' });
    expect(readTexts(tree, { size: '0x10', open: 'yes' })).toEqual({ size: '0x10', open: 'yes' });
    expect(readTexts(tree, { size: ['1', '2'] })).toEqual({ size: ['1', '2'] });
  });

  it('reads lists in both of their spellings', () => {
    expect(readTexts(tree, { ids: 'a,b' })).toEqual({ ids: ['a', 'b'] });
    expect(readTexts(tree, { ids: ['a', 'b'] })).toEqual({ ids: ['a', 'b'] });
  });
});

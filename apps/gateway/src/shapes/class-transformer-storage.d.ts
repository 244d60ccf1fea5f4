/** The package ships this module without saying what it holds; this is the part that is read here. */
declare module 'class-transformer/cjs/storage' {
  import type { TransformFnParams, TypeHelpOptions, TypeOptions } from 'class-transformer';

  interface TypeMetadata {
    readonly typeFunction: (help?: TypeHelpOptions) => unknown;
    readonly options?: TypeOptions;
  }

  interface TransformMetadata {
    readonly transformFn: (parameters: TransformFnParams) => unknown;
  }

  export const defaultMetadataStorage: {
    findTypeMetadata(target: object, propertyName: string): TypeMetadata | undefined;
    findTransformMetadatas(target: object, propertyName: string, transformationType: number): readonly TransformMetadata[];
  };
}

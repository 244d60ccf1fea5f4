import { defineProblem } from '@bookable/kernel';

/** What the bytes are, whatever their name says, is no photo we take. */
export const UnsupportedImage = defineProblem('unsupported-image', 'unsupported-media', 'Only JPEG, PNG, WebP and AVIF photos are taken.');
/** Too many bytes, too wide, too high or too many pixels. */
export const ImageTooLarge = defineProblem('image-too-large', 'too-large', 'The photo is too large.');
/** It begins as a photo and cannot be read to its end. */
export const CorruptImage = defineProblem('corrupt-image', 'rule-broken', 'The photo is damaged and cannot be read.');

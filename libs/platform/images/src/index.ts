export { CorruptImage, ImageTooLarge, UnsupportedImage } from './image.errors';
export { type ImageFormat, sniffImageFormat } from './image-format';
export { type EncodedImage, IMAGE_WIDTHS, type ImageSize, MAX_IMAGE_BYTES, reencodeImage } from './reencode-image';

/** The parts of micromark this project uses, gathered in one module so that they load together and only when needed. */

export { decodeNamedCharacterReference } from 'decode-named-character-reference';
export { parse, postprocess, preprocess } from 'micromark';

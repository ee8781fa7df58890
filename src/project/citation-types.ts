import type { Citation, Cite } from '../model.ts';

/** Whether a key as it is written may say why it is cited. */
export function isTypedKey(key: string): boolean {
  return lengthOfTypes(key) > 0;
}

/**
 * Says of a cite why it cites, as the papers of JOSS and BioHackrXiv do in the words of the Citation Typing Ontology:
 * `[@citesAsAuthority:knuth84]`. A filter of Pandoc takes the words off before the key is looked up.
 */
export function withoutTypes(
  citations: readonly Citation[],
  isDefined: (key: string) => boolean,
): readonly Citation[] {
  if (!citations.some(({ cites }) => cites.some(({ key }) => isTypedKey(key)))) return citations;
  return citations.map((citation) => {
    const cites = citation.cites.map((cite) => withoutType(cite, isDefined));
    return cites.every((cite, index) => cite === citation.cites[index]) ? citation : { ...citation, cites };
  });
}

/** A key that an entry has as it stands is no typed one, and neither is one of which nothing defined is left. */
function withoutType(cite: Cite, isDefined: (key: string) => boolean): Cite {
  const { key, keyRegion } = cite;
  const length = lengthOfTypes(key);
  if (length === 0 || isDefined(key) || !isDefined(key.slice(length))) return cite;
  return {
    ...cite,
    key: key.slice(length),
    keyRegion: { start: keyRegion.start + length, end: keyRegion.end },
  };
}

/** How much of a key is types: `extends:discusses:` says two. */
function lengthOfTypes(key: string): number {
  let length = 0;
  for (let colon = key.indexOf(':'); colon !== -1; colon = key.indexOf(':', length)) {
    if (!TYPES.has(key.slice(length, colon).replaceAll('_', '').toLowerCase())) break;
    length = colon + 1;
  }
  return length;
}

/** The properties of the ontology and what the filters take for them, all also written `cites_as_authority`. */
const TYPES = new Set(
  (
    'agreeswith agreewith citation cites citesasauthority asauthority authority citesasdatasource asdatasource ' +
    'datasource citesasevidence asevidence evidence citesasmetadatadocument asmetadatadocument metadatadocument ' +
    'metadata citesaspotentialsolution potentialsolution solution citesasrecommendedreading asrecommendedreading ' +
    'recommendedreading citesasrelated related citesassourcedocument sourcedocument citesforinformation information ' +
    'compiles confirms containsassertionfrom corrects credits critiques derides describes disagreeswith disagree ' +
    'disagrees discusses disputes documents extends includesexcerptfrom excerptfrom excerpt includesquotationfrom ' +
    'quotationfrom quotation linksto link obtainsbackgroundfrom backgroundfrom background obtainssupportfrom ' +
    'providesdatafor qualifies parodies refutes repliesto retracts reviews ridicules speculateson supports updates ' +
    'usesconclusionsfrom usesdatafrom datafrom data usesmethodin methodin method'
  ).split(' '),
);

import type { BibliographyLink, DocumentFacts, Location, SiteDialect } from '../model.ts';
import { once } from '../text/once.ts';
import { join } from '../text/path.ts';
import { remember } from '../text/remember.ts';
import { type Resolved, resolvePath } from './bibliography-path.ts';
import { loadsRehypeAlone } from './code-bibliographies.ts';
import { declared, unique } from './declared-links.ts';
import { loadsNamedAlone } from './distill-layout.ts';
import {
  bundleFiles,
  folderBibliographies,
  hugoFolder,
  metadataBibliographies,
  nearestBibs,
} from './folder-bibliographies.ts';
import { createCascades } from './hugo-cascade.ts';
import { foldersOfSite, pathBases } from './path-bases.ts';
import type { ProjectMemory } from './project-memory.ts';
import type { ProjectReader } from './project-reader.ts';
import { type SiteBibliography, siteBibliographies } from './site-bibliographies.ts';
import { findTold, toldLinks } from './told-bibliographies.ts';
import { placeOfPath } from './written-place.ts';

/** What documents of one project load through what stands around them: each answer is worked out once. */
export interface Resolver {
  /** What holds for all documents of a folder; a site's thousand pages ask for the same. */
  place(folder: string, site: SiteDialect): Place;
  /** What a document loads through the files that it takes metadata from. */
  linksOfFiles(document: DocumentFacts, site: SiteDialect): readonly BibliographyLink[];
  /** What documents of the site that name no bibliography may be told on a command line; none where they cannot be. */
  fallback(site: SiteDialect): readonly BibliographyLink[];
  resolve(written: string, folders: readonly string[], site: SiteDialect): readonly Resolved[];
}

/** A folder of a site. */
export interface Place {
  readonly site: SiteDialect;
  /** The folders a path in one of its documents may be relative to, in the order the engine tries them. */
  readonly folders: readonly string[];
  /** What a path in one of its documents leads to. */
  resolve(written: string): readonly Resolved[];
  /** Whether the engine heeds the bibliographies that a document names in its front matter. */
  readonly heedsDocuments: boolean;
  /** Whether the engine is seen to load nothing else for its own citations. */
  readonly loadsNamedAlone: boolean;
  readonly linksOfFolder: readonly BibliographyLink[];
  readonly linksOfSite: readonly BibliographyLink[];
  /** Both, which are the links of a document that names none. */
  readonly linksAbove: readonly BibliographyLink[];
  /** What the links of its documents follow from, beside the documents themselves. */
  readonly grounds: readonly unknown[];
}

const NO_LINKS: readonly BibliographyLink[] = [];

/** Makes a resolver over the files of a project; `citedIn` tells the keys that the pages of a site cite. */
export function createResolver(
  reader: ProjectReader,
  memory: ProjectMemory,
  citedIn: (site: SiteDialect) => ReadonlySet<string>,
): Resolver {
  const sites = new Map<string, readonly BibliographyLink[]>();
  const folders = new Map<string, readonly BibliographyLink[]>();
  const fallbacks = new Map<string, readonly BibliographyLink[]>();
  const bases = new Map<string, readonly string[]>();
  const declaredBy = (found: readonly SiteBibliography[], site: SiteDialect): BibliographyLink[] =>
    found.flatMap(({ written, folder, declaredIn, role = 'bibliography', nocite = [], isOwnList }) =>
      resolve(written, [folder], site)
        .filter(({ status }) => declaredIn !== undefined || status === 'found')
        .map((resolved) => {
          const at = declaredIn === undefined ? undefined : placeIn(declaredIn, written, reader);
          const link = declared(resolved, role, at, isOwnList);
          return nocite.length === 0 ? link : { ...link, nocite };
        }),
    );
  const bundles = bundleFiles(reader.files);
  const cascade = createCascades(reader);
  const resolved = new Map<string, readonly Resolved[]>();
  const resolve: Resolver['resolve'] = (written, bases, site) =>
    remember(resolved, [written, site.name, site.root, ...bases].join('\n'), () =>
      resolvePath(written, bases, site, reader),
    );
  const linksOfSite = (site: SiteDialect): readonly BibliographyLink[] =>
    remember(sites, `${site.name} ${site.root}`, () =>
      memory.links(`site ${site.name} ${site.root}`, declaredBy(siteBibliographies(site, reader), site)),
    );
  const linksOfFolder = (folder: string, site: SiteDialect): readonly BibliographyLink[] =>
    remember(folders, `${site.root}\n${folder}`, () =>
      memory.links(
        `folder ${site.name} ${site.root}\n${folder}`,
        declaredBy(
          site.name === 'hugo'
            ? hugoFolder(folder, site, bundles, cascade)
            : folderBibliographies(folder, site, reader),
          site,
        ),
      ),
    );
  const basesOfSite = (site: SiteDialect): readonly string[] =>
    remember(bases, `${site.name} ${site.root}`, () => foldersOfSite(site, reader));
  const makePlace = (folder: string, site: SiteDialect): Place => {
    const folders = pathBases(folder, site, basesOfSite(site), reader);
    const known = new Map<string, readonly Resolved[]>();
    const ofFolder = linksOfFolder(folder, site);
    const ofSite = linksOfSite(site);
    const isNamedAlone = loadsNamedAlone(site, reader);
    return {
      site,
      folders,
      resolve: (written) => remember(known, written, () => resolve(written, folders, site)),
      heedsDocuments: !isMystProject(site, reader),
      loadsNamedAlone: isNamedAlone,
      linksOfFolder: ofFolder,
      linksOfSite: ofSite,
      linksAbove: unique([...ofFolder, ...ofSite]),
      grounds: [site, reader.files, isNamedAlone, ofFolder, ofSite, ...folders],
    };
  };
  const told = once(() => findTold(reader));
  const fallbackOf = (site: SiteDialect): readonly BibliographyLink[] => {
    if (!mayBeTold(site, reader)) return [];
    const found = nearestBibs(site, reader, () => citedIn(site));
    const nearest = declaredBy(found, site).map((link) => ({ ...link, isGuess: true }));
    return site.name === 'rehype-citation' ? nearest : toldLinks(site, told(), nearest, reader);
  };
  const linksOfFiles: Resolver['linksOfFiles'] = (document, site) => {
    const found = metadataBibliographies(document, site, reader);
    return found.length === 0 ? NO_LINKS : memory.links(`files ${document.path}`, declaredBy(found, site));
  };
  const places = new Map<SiteDialect, Map<string, Place>>();
  return {
    resolve,
    linksOfFiles,
    place: (folder, site) =>
      remember(
        remember(places, site, () => new Map<string, Place>()),
        folder,
        () => makePlace(folder, site),
      ),
    fallback: (site) => remember(fallbacks, `${site.name} ${site.root}`, () => fallbackOf(site)),
  };
}

/** mystmd asks the project for its bibliographies, never a page: where that names none, it takes every .bib there is. */
function isMystProject({ name, root }: SiteDialect, reader: ProjectReader): boolean {
  return name === 'myst' && ['myst.yml', 'myst.yaml'].some((file) => reader.has(join(root, file)));
}

function mayBeTold(site: SiteDialect, reader: ProjectReader): boolean {
  return site.name !== 'rehype-citation' || !loadsRehypeAlone(site, reader);
}

/** Where the configuration file writes the path. */
function placeIn(path: string, written: string, reader: ProjectReader): Location {
  return { path, region: placeOfPath(written, reader.read(path) ?? '') };
}

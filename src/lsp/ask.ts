import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from 'vscode-languageserver-protocol/node';
import type { Converter } from './convert.ts';
import type { FileReport } from './diagnostics.ts';
import { pathOfUri } from './file-uri.ts';
import type { Folder } from './folder.ts';
import { createPositions } from './positions.ts';
import { describeBug, type Outgoing, type Publisher } from './publish.ts';
import { absolutePath, type State } from './state.ts';
import type { JudgedView, View } from './view.ts';

/** A running server: what it knows, and how it tells things. */
export interface Running {
  readonly state: State;
  readonly publisher: Publisher;
  readonly out: Outgoing;
}

/** The file a request is about, in its project as it stands now. Paths are relative to the project. */
export interface AskedFile<V extends View = View> {
  readonly folder: Folder;
  readonly path: string;
  readonly view: V;
  readonly convert: Converter;
  /** The offset of a position in the file. */
  offset(position: Position): number;
  /** The diagnostics of the file, as the editor is told of them. */
  report(): FileReport;
}

interface FileParams {
  readonly textDocument: { readonly uri: string };
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** Makes request handlers out of answers: an answer is given from the latest state, and a bug in one is an error response. */
export interface Asker {
  /** An answer from the project as it was read; `nothing` for a file that belongs to no project. */
  fromLook<P extends FileParams, R, N>(
    nothing: N,
    answer: (file: AskedFile, params: P) => R | Promise<R>,
  ): Handler<P, R | N>;
  /** An answer from the findings. */
  fromLint<P extends FileParams, R, N>(
    nothing: N,
    answer: (file: AskedFile<JudgedView>, params: P) => R | Promise<R>,
  ): Handler<P, R | N>;
  /** An answer about no file in particular. */
  fromAll<P, R>(answer: (running: Running, params: P) => R | Promise<R>): Handler<P, R>;
}

/** `running` says what there is to answer from: nothing before the editor introduced itself or after it said goodbye. */
export function createAsker(running: () => Running | 'not-yet' | 'no-more'): Asker {
  const guarded = <P, R>(answer: (now: Running, params: P) => Promise<R>): Handler<P, R> => {
    return async (params, token) => {
      const now = running();
      if (now === 'not-yet')
        return new ResponseError(ErrorCodes.ServerNotInitialized, 'Not initialized yet.');
      if (now === 'no-more') return new ResponseError(ErrorCodes.InvalidRequest, 'Shut down already.');
      if (token.isCancellationRequested) return cancelled();
      try {
        const result = await answer(now, params);
        return token.isCancellationRequested ? cancelled() : result;
      } catch (error) {
        if (error instanceof ResponseError) return error as ResponseError<never>;
        now.out.log(describeBug(error));
        return new ResponseError(
          ErrorCodes.InternalError,
          'This is a bug of bibliolint’s; its log says more.',
        );
      }
    };
  };
  const aboutFile = <V extends View, P extends FileParams, R, N>(
    viewOf: (folder: Folder, now: Running, uri: string) => Promise<V>,
    nothing: N,
    answer: (file: AskedFile<V>, params: P) => R | Promise<R>,
  ): Handler<P, R | N> =>
    guarded(async (now, params: P): Promise<R | N> => {
      requireFile(params);
      const { uri } = params.textDocument;
      const place = now.state.workspace.placeOf(pathOfUri(uri) ?? '');
      if (place === undefined) return nothing;
      const { folder, path } = place;
      const view = await viewOf(folder, now, uri);
      const convert = now.state.converter(folder, view);
      const offset = (position: Position): number => {
        requirePosition(position);
        return createPositions(view.text(path), now.state.client.encoding).offset(position);
      };
      const report = (): FileReport => now.publisher.reports.of(now.state.uri(absolutePath(folder, path)));
      return await answer({ folder, path, view, convert, offset, report }, params);
    });
  return {
    fromLook: (nothing, answer) => aboutFile((folder) => folder.look(), nothing, answer),
    fromLint: (nothing, answer) =>
      aboutFile(
        (folder, { publisher }, uri) => publisher.judge(folder, (other) => other === uri),
        nothing,
        answer,
      ),
    fromAll: (answer) => guarded(async (now, params) => await answer(now, params)),
  };
}

/** What an editor leaves out is its mistake, and no bug of ours. */
function requireFile(params: Partial<FileParams> | null): void {
  if (typeof params?.textDocument?.uri !== 'string') throw malformed('textDocument.uri');
}

function requirePosition(position: Partial<Position> | undefined): void {
  if (typeof position?.line !== 'number' || typeof position.character !== 'number')
    throw malformed('position');
}

/** A part of a request that the protocol promises, by its name. Throws the error response where it is not there. */
export function required<T>(part: T, name: string): T {
  if (part === undefined || part === null) throw malformed(name);
  return part;
}

function malformed(name: string): ResponseError<never> {
  return new ResponseError(ErrorCodes.InvalidParams, `The request needs a ${name}.`);
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

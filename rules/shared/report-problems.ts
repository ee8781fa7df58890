import type { BibliographyFacts, DocumentFacts, Fix, RuleContext, SyntaxProblem } from '../../src/model.ts';

/**
 * The check of a rule that turns what a lexer could not read into findings: it reports each syntax problem of the file
 * whose id has a message in the rule. `except` leaves problems out that another rule explains better; `idOf` names the
 * message of a problem whose cause says more than its id.
 */
export function reportProblems<M extends Record<string, string>>(
  messages: M,
  except: (problem: SyntaxProblem) => boolean = () => false,
  idOf: (problem: SyntaxProblem) => string = ({ messageId }) => messageId,
) {
  return (file: DocumentFacts | BibliographyFacts, context: RuleContext<M, object>): void => {
    for (const problem of file.problems) {
      const messageId = idOf(problem);
      if (!Object.hasOwn(messages, messageId) || except(problem)) continue;
      // The lexer fills exactly the placeholders of the message; the pages of the rules prove it, one by one.
      const report = context.report as (problem: unknown) => void;
      report({
        at: { path: file.path, region: problem.region },
        messageId,
        data: problem.data,
        related: problem.related?.map(({ region, message }) => ({
          at: { path: file.path, region },
          message,
        })),
        fixes: fixesOf(problem, file.path),
      });
    }
  };
}

function fixesOf({ fix }: SyntaxProblem, path: string): Fix[] {
  if (fix === undefined) return [];
  return [{ ...fix, edits: fix.edits.map(({ region, text }) => ({ path, region, text })) }];
}

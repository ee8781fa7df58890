// Rewrites how the bundled program walks and takes apart arrays. A run over a site is over before V8 has compiled most of
// it, and until then `for (const item of list)` and `const [first, second] = list` ask an iterator for each item, which
// makes an object each time: a twentieth of such a run. The types tell which of them are arrays; nothing else is touched.
import ts from 'typescript';

/**
 * The sources below `folders` in which something was rewritten, as TypeScript by their absolute paths.
 *
 * @param {string} root Holds the `tsconfig.json`.
 * @param {readonly string[]} folders
 * @returns {ReadonlyMap<string, string>}
 */
export function plainSources(root, folders) {
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const own = fileNames.filter((path) => folders.some((folder) => path.startsWith(`${root}/${folder}/`)));
  const program = ts.createProgram(own, options);
  const checker = program.getTypeChecker();
  const printer = ts.createPrinter();
  const rewritten = new Map();
  for (const path of own) {
    const source = program.getSourceFile(path);
    const { transformed } = ts.transform(source, [plainArrays(checker)]);
    if (transformed[0] !== source) rewritten.set(path, printer.printFile(transformed[0]));
  }
  return rewritten;
}

/** @param {ts.TypeChecker} checker */
function plainArrays(checker) {
  /** Arrays, tuples and what expressions match; a union of these. */
  const isArray = (type) =>
    type.isUnion()
      ? type.types.every(isArray)
      : checker.isArrayType(type) || checker.isTupleType(type) || MATCHES.has(type.symbol?.name);
  const isArrayAt = (node) => isArray(checker.getTypeAtLocation(node));
  return (context) => {
    const { factory } = context;

    /** `for (const item of list)` as a counted loop: the length is asked for each time, as an iterator does. */
    function countedLoop({ expression, initializer, statement }) {
      return countedLoopOver(expression, statement, (list, place) =>
        declaredAs(initializer, factory.createElementAccessExpression(list, place)),
      );
    }

    /** `for (const [index, item] of list.entries())` in the same way. */
    function countedLoopOverEntries({ expression, initializer, statement }) {
      const [index, item] = initializer.declarations[0].name.elements;
      return countedLoopOver(expression.expression.expression, statement, (list, place) =>
        declaration(initializer.flags & ts.NodeFlags.BlockScoped, [
          ...named(index, place),
          ...named(item, factory.createElementAccessExpression(list, place)),
        ]),
      );
    }

    function countedLoopOver(expression, statement, declare) {
      const [place, list] = [factory.createUniqueName('place'), factory.createUniqueName('list')];
      return factory.createForStatement(
        declaration(ts.NodeFlags.Let, [
          factory.createVariableDeclaration(place, undefined, undefined, factory.createNumericLiteral(0)),
          factory.createVariableDeclaration(list, undefined, undefined, expression),
        ]),
        factory.createLessThan(place, factory.createPropertyAccessExpression(list, 'length')),
        factory.createPostfixIncrement(place),
        behind(declare(list, place), statement),
      );
    }

    /** `for (const [key, value] of map)` with the entry in a name of its own, which is taken apart behind it. */
    function loopOverEntries(loop) {
      const { initializer, statement } = loop;
      const entry = factory.createUniqueName('entry');
      return factory.updateForOfStatement(
        loop,
        undefined,
        declaration(ts.NodeFlags.Const, [factory.createVariableDeclaration(entry)]),
        loop.expression,
        behind(declaredAs(initializer, entry), statement),
      );
    }

    const declaration = (flags, declared) => factory.createVariableDeclarationList(declared, flags);

    /** The variables of a loop with what they begin with. */
    function declaredAs({ declarations: [declared], flags }, value) {
      const { name } = declared;
      return declaration(flags & ts.NodeFlags.BlockScoped, [
        ...(isPlainPattern(name)
          ? takenApart(name, value)
          : [factory.updateVariableDeclaration(declared, name, undefined, undefined, value)]),
      ]);
    }

    const behind = (declared, statement) =>
      factory.createBlock([factory.createVariableStatement(undefined, declared), statement], true);

    /** `[first, , third = 3, ...rest]` item by item. Only a name is asked several times. */
    function takenApart(pattern, value) {
      const isName = ts.isIdentifier(value);
      const list = isName ? value : factory.createUniqueName('list');
      const own = isName ? [] : [factory.createVariableDeclaration(list, undefined, undefined, value)];
      return [
        ...own,
        ...pattern.elements.flatMap((element, place) =>
          named(
            element,
            element.dotDotDotToken
              ? factory.createCallExpression(
                  factory.createPropertyAccessExpression(list, 'slice'),
                  undefined,
                  [factory.createNumericLiteral(place)],
                )
              : factory.createElementAccessExpression(list, place),
          ),
        ),
      ];
    }

    /** An item of a pattern as a variable of its own; nothing for a place that is left out. */
    function named(element, item) {
      if (element === undefined || ts.isOmittedExpression(element)) return [];
      const value = withDefault(item, element.initializer);
      return [factory.createVariableDeclaration(element.name, undefined, undefined, value)];
    }

    const withDefault = (item, initializer) =>
      initializer === undefined
        ? item
        : factory.createConditionalExpression(
            factory.createStrictEquality(item, factory.createVoidZero()),
            undefined,
            initializer,
            undefined,
            item,
          );

    /** `([key, value]) => …` with the pair in a name of its own, which is taken apart in the body. */
    function plainParameters(made) {
      const taken = [];
      const parameters = made.parameters.map((parameter) => {
        if (
          !isPlainPattern(parameter.name) ||
          parameter.initializer ||
          !isArrayAt(ts.getOriginalNode(parameter).name)
        )
          return parameter;
        const name = factory.createUniqueName('list');
        taken.push(...takenApart(parameter.name, name));
        return factory.updateParameterDeclaration(
          parameter,
          parameter.modifiers,
          parameter.dotDotDotToken,
          name,
          parameter.questionToken,
          parameter.type,
          undefined,
        );
      });
      if (taken.length === 0) return made;
      const first = factory.createVariableStatement(undefined, declaration(ts.NodeFlags.Let, taken));
      const rest = ts.isBlock(made.body) ? made.body.statements : [factory.createReturnStatement(made.body)];
      return withBody(made, parameters, factory.createBlock([first, ...rest], true));
    }

    function withBody(made, parameters, body) {
      const { modifiers, asteriskToken, name, questionToken, typeParameters, type } = made;
      if (ts.isArrowFunction(made)) {
        const arrow = made.equalsGreaterThanToken;
        return factory.updateArrowFunction(made, modifiers, typeParameters, parameters, type, arrow, body);
      }
      if (ts.isMethodDeclaration(made)) {
        return factory.updateMethodDeclaration(
          made,
          modifiers,
          asteriskToken,
          name,
          questionToken,
          typeParameters,
          parameters,
          type,
          body,
        );
      }
      const update = ts.isFunctionExpression(made)
        ? factory.updateFunctionExpression
        : factory.updateFunctionDeclaration;
      return update(made, modifiers, asteriskToken, name, typeParameters, parameters, type, body);
    }

    function visit(node) {
      const seen = ts.visitEachChild(node, visit, context);
      if (
        ts.isForOfStatement(node) &&
        ts.isVariableDeclarationList(node.initializer) &&
        !node.awaitModifier
      ) {
        if (isArrayAt(node.expression)) return countedLoop(seen);
        const { name } = node.initializer.declarations[0];
        if (isPlainPattern(name) && asksArrayForEntries(node.expression)) return countedLoopOverEntries(seen);
        return isPlainPattern(name) && isArrayAt(name) ? loopOverEntries(seen) : seen;
      }
      if (ts.isVariableDeclarationList(node) && node.declarations.some(isTakenApart)) {
        const declared = seen.declarations.flatMap((one) =>
          isTakenApart(ts.getOriginalNode(one)) ? takenApart(one.name, one.initializer) : [one],
        );
        return factory.updateVariableDeclarationList(seen, declared);
      }
      return HAS_BODY.has(node.kind) && node.body !== undefined ? plainParameters(seen) : seen;
    }

    const asksArrayForEntries = (asked) =>
      ts.isCallExpression(asked) &&
      ts.isPropertyAccessExpression(asked.expression) &&
      asked.expression.name.text === 'entries' &&
      isArrayAt(asked.expression.expression);

    const isTakenApart = ({ name, initializer }) =>
      initializer !== undefined && isPlainPattern(name) && isArrayAt(initializer);

    return (source) => ts.visitNode(source, visit);
  };
}

const MATCHES = new Set(['RegExpExecArray', 'RegExpMatchArray']);

const HAS_BODY = new Set([
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.MethodDeclaration,
]);

/** A pattern for arrays in which something is named; what is left out of it altogether is never asked for. */
const isPlainPattern = (name) =>
  ts.isArrayBindingPattern(name) && name.elements.some((element) => !ts.isOmittedExpression(element));

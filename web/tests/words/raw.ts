import ts from 'typescript'

/** What nobody reads: names of styles, places, keys and kinds. */
const unread = new Set(
  `className to from href icon kind tone type size key id role d viewBox fill stroke strokeLinecap htmlFor position shortcut
  aria-keyshortcuts aria-controls autoComplete inputMode padding accept rel target lang width variant pattern align queryKey path`.split(
    /\s+/,
  ),
)
const shownHere = /^(aria-label|title|placeholder|alt|label|name|about|of|verb|done|said|hint|lead|words|note|under)$/
const letters = /\p{L}{2}/u
const sentence = /^\p{Lu}\p{Ll}|\p{L}{2,}[,.:;]? \p{L}{2,}/u
/** Keys of the keyboard and names, which are the same in every language; and what only a programmer can bring about. */
const names =
  /stands outside the|of this device (is|are) not open|^(Arrow(Down|Up|Left|Right)|Page(Down|Up)|Home|End|Enter|Escape|Esc|Delete|Backspace|Tab|Ctrl K|\w+\+\w+|Callout|Africa\/\w+|PushManager|Notification|BarcodeDetector|Code|Sept?|(WO|RQ)-(\{\})?|[A-Z]\w+Page)$/
/** Their first argument names something: a message, an event, a place in the page. */
const naming =
  /(^|\.)(say\w*|querySelector(All)?|closest|matches|(add|remove)EventListener|createElement|getContext|getRouteApi|useDocuments|matchMedia)$/

export type Raw = { line: number; text: string }

const holder = (node: ts.Node) => {
  if (ts.isPropertyAssignment(node.parent)) return node.parent.name.getText()
  for (let at = node.parent; at && !ts.isJsxElement(at) && !ts.isFunctionLike(at); at = at.parent)
    if (ts.isJsxAttribute(at)) return at.parent.parent.tagName.getText() === 'Icon' ? 'icon' : at.name.getText()
  return undefined
}
const isUnread = (name: string | undefined) =>
  name !== undefined && (unread.has(name) || name.startsWith('data-') || name.endsWith('ClassName'))

/** In braces between tags, also as one of two. */
const isShownBetweenTags = (node: ts.Node): boolean => {
  const up = node.parent
  if (ts.isJsxExpression(up)) return !ts.isJsxAttribute(up.parent)
  const isOneOf = (ts.isConditionalExpression(up) && up.condition !== node) || ts.isParenthesizedExpression(up)
  return (
    (isOneOf || (ts.isBinaryExpression(up) && /^(\?\?|\|\||&&|\+)$/.test(up.operatorToken.getText()))) && isShownBetweenTags(up)
  )
}

/** Words for people that stand in the code instead of in a message file. */
export const rawWords = (file: string, source: string): Raw[] => {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true, kind)
  const found: Raw[] = []
  const take = (node: ts.Node, text: string) =>
    found.push({ line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: text.trim().replace(/\s+/g, ' ') })
  const judge = (node: ts.Node, text: string) => {
    const held = holder(node)
    const isOwnName = ts.isPropertyAssignment(node.parent) && node.parent.name === node
    if (!letters.test(text) || names.test(text) || isUnread(held) || isOwnName) return
    const isAttribute = held !== undefined && shownHere.test(held) && ts.isJsxAttribute(node.parent)
    const isChild = isShownBetweenTags(node)
    if (isAttribute || isChild || sentence.test(text)) take(node, text)
  }
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node)) return
    if (ts.isCallExpression(node) && naming.test(node.expression.getText())) node.arguments.slice(1).forEach(look)
    else if (ts.isJsxText(node)) {
      if (letters.test(node.text) && !names.test(node.text.trim())) take(node, node.text)
    } else if (ts.isStringLiteralLike(node)) judge(node, node.text)
    else if (ts.isTemplateExpression(node)) {
      judge(node, [node.head.text, ...node.templateSpans.map(s => s.literal.text)].join('{}'))
      for (const { expression } of node.templateSpans) look(expression)
    } else ts.forEachChild(node, look)
  }
  look(tree)
  return found
}

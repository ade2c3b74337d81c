// The bans oxlint has no rule for, each with the remedy in its message. A selector is ESLint's own language.
import { relative } from 'node:path'

const ships = /^(domain|renderer|electron)\//
const needsHand = /^(domain|renderer(?!\/host\.ts$)|electron\/(main|preload))\//
const anywhere = /^/

const useHand = 'Take a Hand (domain/ports.ts): the clock is read in renderer/host.ts or electron/node only.'
const noHtml = 'Build elements with React: text put in as HTML is how a name becomes a script.'
const noSkip = 'Every test runs, always. Delete it, or say the condition with skipIf / runIf.'

/** @type {{ where: RegExp, except?: RegExp, selector: string, remedy: string }[]} */
const bans = [
  { where: needsHand, selector: "NewExpression[callee.name='Date'][arguments.length=0]", remedy: useHand },
  { where: needsHand, selector: "CallExpression[callee.name='Date']", remedy: useHand },
  { where: needsHand, selector: "MemberExpression[object.name='Temporal'][property.name='Now']", remedy: useHand },
  {
    where: needsHand,
    selector: "ImportSpecifier[imported.name='randomUUID']",
    remedy: 'Take a Hand (domain/ports.ts); ids are UUIDv7 made there.',
  },
  {
    where: ships,
    except: /^renderer\/store\//,
    selector: "Identifier[name='indexedDB']",
    remedy: 'One place opens the database: renderer/store.',
  },
  { where: ships, selector: "MemberExpression[property.name='sendBeacon']", remedy: 'This app has no network.' },
  {
    where: ships,
    selector: "MemberExpression[property.name='openExternal'], Property[key.name='openExternal'], Literal[value='openExternal']",
    remedy: 'The window never opens anything outside itself. Show the address as text.',
  },
  {
    where: anywhere,
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML']",
    remedy: noHtml,
  },
  {
    where: ships,
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    remedy: noHtml,
  },
  {
    where: anywhere,
    selector: 'ExportAllDeclaration',
    remedy: 'Name what you export: a reader must find where a thing comes from.',
  },
  {
    where: anywhere,
    selector: 'TSEnumDeclaration',
    remedy: "Write a union of strings: enums are code that type stripping can't erase.",
  },
  {
    where: anywhere,
    selector: 'MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(only|skip|fixme|todo)$/]',
    remedy: noSkip,
  },
  {
    where: anywhere,
    selector:
      'MemberExpression[object.type="MemberExpression"][object.object.name=/^(test|it|describe|suite)$/][property.name=/^(only|skip|fixme|todo)$/]',
    remedy: noSkip,
  },
]

/** @param {any} context */
const placeOf = (context) => relative(context.cwd, context.filename).replaceAll('\\', '/')

const bansRule = {
  /** @param {any} context */
  create(context) {
    const place = placeOf(context)
    const here = bans.filter((ban) => ban.where.test(place) && !ban.except?.test(place))
    return Object.fromEntries(
      here.map((ban) => [ban.selector, (/** @type {any} */ node) => context.report({ node, message: ban.remedy })]),
    )
  },
}

/**
 * A remark at the end of the line before belongs to that line, not to what follows.
 * @param {any} context
 * @param {any} comment
 */
const startsItsLine = (context, comment) =>
  context.sourceCode.lines[comment.loc.start.line - 1].slice(0, comment.loc.start.column).trim() === ''

/** Values and functions are enough nearly everywhere; where a class is right, a comment above it says why. */
const classWithReason = {
  /** @param {any} context */
  create(context) {
    const check = (/** @type {any} */ node) => {
      if (node.superClass?.name === 'Dexie') return
      const outer = node.parent?.type.startsWith('Export') ? node.parent : node
      const above = context.sourceCode.getCommentsBefore(outer).at(-1)
      if (above?.loc.end.line === outer.loc.start.line - 1 && startsItsLine(context, above)) return
      context.report({ node, message: 'Use values and functions, or say in a comment above why this must be a class.' })
    }
    return { ClassDeclaration: check, ClassExpression: check }
  },
}

export default { meta: { name: 'ward' }, rules: { bans: bansRule, 'class-with-reason': classWithReason } }

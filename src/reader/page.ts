/**
 * The first element of a selector, in the page or in a part of it. Where a page has none, an empty one that is nowhere, so that what
 * is asked of it is nothing, and what is done to it is seen by nobody.
 */
export const find = <E extends HTMLElement = HTMLAnchorElement>(selector: string, within: ParentNode = document): E =>
  (within.querySelector(selector) ?? document.createElement('a')) as E

/** All elements of a selector, in the page or in a part of it. */
export const all = <E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selector),
]

/** A fresh copy of a part that `Reader.astro` puts into the page, in its words. */
export const part = <E extends HTMLElement = HTMLElement>(selector: string): E =>
  find<E>(selector, find<HTMLTemplateElement>('#reader').content).cloneNode(true) as E

/** Makes a button say whether it is pressed. */
export const press = (button: Element, pressed: boolean): void => button.setAttribute('aria-pressed', String(pressed))

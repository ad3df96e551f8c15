/** The first element of a selector, in the page or in a part of it. */
export const find = <E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): E | null =>
  within.querySelector<E>(selector)

/** All elements of a selector, in the page or in a part of it. */
export const all = <E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selector),
]

/** A fresh copy of a part that `Reader.astro` puts into the page, in its words; nothing where this page has none. */
export const part = <E extends HTMLElement = HTMLElement>(selector: string): E | undefined => {
  const copy = find<HTMLTemplateElement>('#reader')?.content.querySelector<E>(selector)?.cloneNode(true)
  return copy as E | undefined
}

/** Makes a button say whether it is pressed. */
export const press = (button: Element, pressed: boolean): void => button.setAttribute('aria-pressed', String(pressed))

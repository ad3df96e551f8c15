type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>

/**
 * The key that was meant: what it writes, in small letters; where the keyboard writes no Latin, what stands at its place. Nothing
 * where a modifier says that it is meant for somebody else.
 */
export const meant = ({ key, code, ctrlKey, metaKey, altKey }: Pressed): string =>
  ctrlKey || metaKey || altKey ? '' : key === '؟' ? '?' : (key < '~' ? key : code.replace('Key', '')).toLowerCase()

/** Two noncharacters that no text holds (see controls.ts); the number between them says which text belongs here. */
const MARKED = /\ufdd0(\d+)\ufdd1/g

/** What stands for the text of that number in an outline. */
export const markOf = (index: number): string => `\ufdd0${index}\ufdd1`

/** Puts the texts back in their places. */
export function restore(value: string, texts: string[]): string {
  if (!value.includes('\ufdd0')) return value
  const whole = value.charCodeAt(0) === 0xfdd0 ? texts[Number(value.slice(1, -1))] : undefined
  return whole ?? value.replace(MARKED, (_, index) => texts[Number(index)] ?? '')
}

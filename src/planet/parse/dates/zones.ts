/**
 * Zone names that feeds write, in minutes east of UTC. Those that several countries use mean what most feeds mean by them: CST
 * America, IST India, BST Britain.
 */
const ZONES: Record<string, number> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  IST: 330,
  CET: 60,
  CEST: 120,
  MET: 60,
  MEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  MSD: 240,
  TRT: 180,
  SAST: 120,
  PKT: 300,
  SGT: 480,
  HKT: 480,
  CCT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  ACST: 570,
  ACDT: 630,
  NZST: 720,
  NZDT: 780,
  BRT: -180,
  BRST: -120,
  ART: -180,
  CLT: -240,
  CLST: -180,
  NST: -210,
  NDT: -150,
  AST: -240,
  ADT: -180,
  AT: -240,
  EST: -300,
  EDT: -240,
  ET: -300,
  CST: -360,
  CDT: -300,
  CT: -360,
  MST: -420,
  MDT: -360,
  MT: -420,
  PST: -480,
  PDT: -420,
  PT: -480,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  'ETC/GMT': 0,
}

/**
 * The offset of a zone as feeds write it, in minutes east of UTC: `+0200`, `+02:00`, `+2`, `GMT+2`, `CEST`, `+0200 (CEST)`,
 * `-0000`. A name nobody knows, or none, is UTC: never the zone of this machine.
 */
export function offsetOf(zone: string | undefined): number {
  const text =
    zone
      ?.trim()
      .toUpperCase()
      .replace(/\s*\(.*$/, '') ?? ''
  const numeric = text.match(/^(?:UTC|GMT|UT|Z)?\s*([+-])\s*(\d{1,2}):?(\d{2})?$/)
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0)
    return minutes > 18 * 60 ? 0 : numeric[1] === '-' ? -minutes : minutes
  }
  return ZONES[text.replaceAll('.', '')] ?? 0
}

export type FacetId = 'subject' | 'language' | 'level' | 'method' | 'theme' | 'type'
/** A label for each language; English is always there. */
export type Labels = { en: string } & Partial<Record<string, string>>
export type Facet = { id: FacetId; labels: Labels }
export type Topic = { id: string; facet: FacetId; labels: Labels; map: Record<string, string> }
